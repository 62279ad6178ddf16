/** Shared catalogues against a shop that answers as its documentation says. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.magento.sharedcatalog;
