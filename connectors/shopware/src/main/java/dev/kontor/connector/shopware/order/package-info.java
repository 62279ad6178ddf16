/** Orders: from the shop's order document to the model, reading, and writing back. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.shopware.order;
