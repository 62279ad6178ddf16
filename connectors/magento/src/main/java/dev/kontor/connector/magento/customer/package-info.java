/**
 * Accounts of the shop, with their companies and what these may owe: reading them for sharing, and
 * writing group and terms.
 */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.magento.customer;
