/** What the ERP has done with an order, shown in the shop. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.shopware.progress;
