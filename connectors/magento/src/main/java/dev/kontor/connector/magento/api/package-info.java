/** The REST interface of one shop: signing, searching and what a refusal means. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.magento.api;
