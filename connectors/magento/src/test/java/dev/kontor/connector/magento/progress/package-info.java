/** What the ERP does with an order, against recorded answers. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.magento.progress;
