package dev.kontor.connector.businesscentral.pricing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a shop shows of one item to one audience.
 *
 * @param asOf the day it holds from, in the company's calendar
 * @param breaks by rising quantity, neighbours differ in price; never empty
 * @param nextChange the first later day on which the breaks differ, by what is in the price book
 *     today; null if there is none
 */
public record PriceSheet(
    LocalDate asOf, List<QuantityBreak> breaks, @Nullable LocalDate nextChange) {

  public PriceSheet {
    breaks = List.copyOf(breaks);
  }

  /**
   * The moment of the next change: the first of its day in the company's zone, which on a night of
   * clock change need not be midnight.
   */
  public Optional<Instant> changesAt(ZoneId company) {
    return Optional.ofNullable(nextChange).map(day -> day.atStartOfDay(company).toInstant());
  }
}
