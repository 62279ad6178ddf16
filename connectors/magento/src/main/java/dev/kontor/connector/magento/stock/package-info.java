/** Stock writes: quantities at sources, with what the shop itself still subtracts. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.magento.stock;
