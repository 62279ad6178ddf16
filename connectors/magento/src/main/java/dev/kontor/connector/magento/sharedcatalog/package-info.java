/**
 * Shared catalogues of Adobe Commerce B2B: which there are, what is in them, who comes and goes.
 */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.magento.sharedcatalog;
