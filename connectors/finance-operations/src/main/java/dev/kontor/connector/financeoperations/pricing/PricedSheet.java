package dev.kontor.connector.financeoperations.pricing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Quantity breaks of one item for one customer.
 *
 * @param breaks by rising quantity, neighbours differ
 * @param nextChange the first later day on which the breaks differ, by the agreements posted today;
 *     null if there is none
 */
public record PricedSheet(List<PriceBreak> breaks, @Nullable LocalDate nextChange) {

  public PricedSheet {
    breaks = List.copyOf(breaks);
  }
}
