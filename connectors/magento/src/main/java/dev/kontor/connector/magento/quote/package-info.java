/**
 * Quotes that buyers of companies negotiate about: reading what they ask, and giving the answer.
 * The vendor's pages are github AdobeDocs/commerce-webapi, src/pages/rest/b2b.
 */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.magento.quote;
