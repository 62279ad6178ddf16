/** Dynamics 365 Finance and Operations: what it is set to and can do. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.financeoperations;
