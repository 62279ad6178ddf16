/** Pictures of articles into the shop's galleries, each uploaded once. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.magento.picture;
