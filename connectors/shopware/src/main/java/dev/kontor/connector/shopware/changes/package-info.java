/** Which documents changed, by following the time columns of everything that belongs to them. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.shopware.changes;
