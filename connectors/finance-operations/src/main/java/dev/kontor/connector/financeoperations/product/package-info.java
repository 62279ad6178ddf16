/** Released products as articles of a shop. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.financeoperations.product;
