/** Its OData service: addresses, values, refusals. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.financeoperations.api;
