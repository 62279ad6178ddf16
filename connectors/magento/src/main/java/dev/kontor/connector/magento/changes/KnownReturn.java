package dev.kontor.connector.magento.changes;

/**
 * What is known of a return.
 *
 * @param order its id
 * @param digest of what the return said
 */
record KnownReturn(String order, String digest) {}
