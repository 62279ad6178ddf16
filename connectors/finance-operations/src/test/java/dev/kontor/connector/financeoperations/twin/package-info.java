/** The connector against the twin. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.financeoperations.twin;
