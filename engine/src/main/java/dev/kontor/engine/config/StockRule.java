package dev.kontor.engine.config;

import java.math.BigDecimal;
import java.util.Set;

/**
 * How much of the ERP's stock a shop may sell.
 *
 * @param locations ERP locations that count; empty for all
 * @param safety pieces never sold
 * @param countReceipts whether expected receipts count
 */
public record StockRule(Set<String> locations, BigDecimal safety, boolean countReceipts) {

  /** All locations, no safety stock, no receipts. */
  public static final StockRule PLAIN = new StockRule(Set.of(), BigDecimal.ZERO, false);

  public StockRule {
    locations = Set.copyOf(locations);
  }
}
