/** Sources, stocks, source items and reservations. */
@NullMarked
package dev.kontor.twin.magento.stock;

import org.jspecify.annotations.NullMarked;
