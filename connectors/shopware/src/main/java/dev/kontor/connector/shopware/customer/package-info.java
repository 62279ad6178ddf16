/** Customers: reading them, for loading, matching and sharing, and writing changes back. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.shopware.customer;
