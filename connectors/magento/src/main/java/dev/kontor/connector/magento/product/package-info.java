/** Articles into the shop: what differs, many in one call, each with an outcome of its own. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.magento.product;
