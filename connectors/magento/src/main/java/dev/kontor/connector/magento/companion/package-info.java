/**
 * What the companion module in the shop tells: which orders and accounts changed. Its source lies
 * in {@code connectors/magento/companion}.
 */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.magento.companion;
