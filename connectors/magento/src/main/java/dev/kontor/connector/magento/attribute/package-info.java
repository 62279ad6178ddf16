/** Attributes of articles as the shop keeps them, and the values buyers choose among. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.magento.attribute;
