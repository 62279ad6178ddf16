/**
 * Computes the sales prices and discounts Finance & Operations finds in its trade agreements,
 * without the network. Rules are numbered as in docs/domain/finance-operations-pricing.md.
 */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.financeoperations.pricing;
