package dev.kontor.connector.financeoperations.pricing;

import java.util.Map;

/**
 * Whom and what a sheet is of.
 *
 * @param unit the item's sales unit
 */
public record PriceAsked(
    PricingCustomer customer,
    String currency,
    String item,
    String unit,
    Map<Dimension, String> dimensions) {}
