/** What articles come to, without any shop. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.magento.product;
