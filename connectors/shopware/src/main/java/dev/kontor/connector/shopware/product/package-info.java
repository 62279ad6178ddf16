/** Products, for article numbers and ids. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.shopware.product;
