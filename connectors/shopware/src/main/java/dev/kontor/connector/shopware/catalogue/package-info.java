/** Articles with their variants, texts, properties, categories and pictures. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.shopware.catalogue;
