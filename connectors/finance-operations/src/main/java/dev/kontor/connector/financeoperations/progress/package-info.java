/** What became of an order. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.financeoperations.progress;
