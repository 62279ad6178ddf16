/** Tests of the room of the same name. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.magento.picture;
