package dev.kontor.engine.stock;

import java.math.BigDecimal;

/**
 * One term of the stock rule, so that "why 3?" has an answer.
 *
 * @param term what it is
 * @param quantity signed pieces; the terms add up to the figure before rounding
 * @param source where the figure comes from
 * @param note what people should know beside it, empty if nothing
 */
public record StockTerm(String term, BigDecimal quantity, String source, String note) {

  public StockTerm(String term, BigDecimal quantity, String source) {
    this(term, quantity, source, "");
  }
}
