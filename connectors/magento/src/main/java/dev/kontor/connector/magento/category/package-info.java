/** The shop's categories, below the one that the source's stand under. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.magento.category;
