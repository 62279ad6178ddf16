package dev.kontor.engine.stock;

import java.math.BigDecimal;

/**
 * One term of the stock rule, so that "why 3?" has an answer.
 *
 * @param term what it is
 * @param quantity signed pieces; the terms add up to the figure before rounding
 * @param source where the figure comes from
 */
public record StockTerm(String term, BigDecimal quantity, String source) {}
