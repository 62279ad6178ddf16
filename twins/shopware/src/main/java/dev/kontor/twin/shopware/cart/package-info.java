@NullMarked
package dev.kontor.twin.shopware.cart;

import org.jspecify.annotations.NullMarked;
