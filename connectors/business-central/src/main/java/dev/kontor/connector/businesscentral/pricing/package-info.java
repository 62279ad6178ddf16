/**
 * Computes the sales prices Business Central computes, without the network. Rules are numbered as
 * in business-central/pricing.md.
 */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.businesscentral.pricing;
