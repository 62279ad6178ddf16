/** Prices by audience and quantity. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.shopware.price;
