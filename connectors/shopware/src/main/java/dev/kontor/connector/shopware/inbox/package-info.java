/** What a shop pushes: webhooks and the app registration handshake. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.shopware.inbox;
