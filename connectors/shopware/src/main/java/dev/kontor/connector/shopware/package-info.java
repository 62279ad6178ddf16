/** Shopware 6 (from 6.6): orders and products out, stock and order replies in. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.shopware;
