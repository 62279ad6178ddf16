/**
 * Predicts the totals Business Central computes for a sales document, without the network. Rules
 * are numbered as in business-central/totals.md.
 */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.businesscentral.totals;
