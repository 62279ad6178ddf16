/** Quotes of shops as sales quotations. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.financeoperations.quote;
