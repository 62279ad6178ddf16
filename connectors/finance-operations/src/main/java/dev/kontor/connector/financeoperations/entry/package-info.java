/** Documents that take several calls to enter. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.financeoperations.entry;
