/** What a cart costs: prices, discounts, taxes and their rounding. */
@NullMarked
package dev.kontor.twin.magento.cart;

import org.jspecify.annotations.NullMarked;
