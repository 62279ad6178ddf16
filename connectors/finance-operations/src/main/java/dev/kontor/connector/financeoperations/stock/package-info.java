/** Stock on hand per article. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.financeoperations.stock;
