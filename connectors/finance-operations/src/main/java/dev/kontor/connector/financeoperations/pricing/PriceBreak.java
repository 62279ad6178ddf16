package dev.kontor.connector.financeoperations.pricing;

import java.math.BigDecimal;

/**
 * The price of one piece from a quantity on.
 *
 * @param price after line discounts
 * @param list before them
 */
public record PriceBreak(BigDecimal from, BigDecimal price, BigDecimal list) {}
