/** Stock writes against recorded answers. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.magento.stock;
