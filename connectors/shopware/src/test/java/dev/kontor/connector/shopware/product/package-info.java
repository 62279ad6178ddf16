@org.jspecify.annotations.NullMarked
package dev.kontor.connector.shopware.product;
