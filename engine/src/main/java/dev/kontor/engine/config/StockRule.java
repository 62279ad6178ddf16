package dev.kontor.engine.config;

import java.math.BigDecimal;
import java.util.Set;

/**
 * How much of the ERP's stock a shop may sell.
 *
 * @param locations ERP locations that count; empty for all
 * @param safety pieces never sold
 * @param countReceipts whether expected receipts count
 * @param receiptsWithinDays the last day on which they may be expected, in days from today
 * @param apart shops that sell from other locations only: what they sold and the ERP does not have
 *     yet is no part of this figure
 */
public record StockRule(
    Set<String> locations,
    BigDecimal safety,
    boolean countReceipts,
    int receiptsWithinDays,
    Set<String> apart) {

  /** All locations, no safety stock, no receipts. */
  public static final StockRule PLAIN =
      new StockRule(Set.of(), BigDecimal.ZERO, false, 0, Set.of());

  public StockRule {
    locations = Set.copyOf(locations);
    apart = Set.copyOf(apart);
  }

  /** Whether a location counts; without a list all do. */
  public boolean counts(String location) {
    return locations.isEmpty() || locations.contains(location);
  }

  /** Whether the two count no location in common. */
  boolean isApart(StockRule other) {
    return !locations.isEmpty()
        && !other.locations.isEmpty()
        && locations.stream().noneMatch(other.locations::contains);
  }

  StockRule apartFrom(Set<String> shops) {
    return new StockRule(locations, safety, countReceipts, receiptsWithinDays, shops);
  }
}
