/** The Admin API: sign-in, search, errors. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.shopware.api;
