/** What the ERP does with an order, shown in the shop. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.magento.progress;
