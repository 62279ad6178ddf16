/** Price writes: base prices and tier prices. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.magento.price;
