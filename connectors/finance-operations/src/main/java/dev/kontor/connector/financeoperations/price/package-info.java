/** What articles cost whom. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.financeoperations.price;
