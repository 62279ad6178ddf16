package dev.kontor.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the ERP says about one SKU's stock, in the unit the shop sells; the stock rule decides what
 * a shop is told.
 *
 * @param onHand pieces at the counted locations
 * @param openDemand pieces of open sales documents not yet shipped; null where the ERP cannot tell
 * @param receipts expected receipts that may count, zero if none
 * @param locations the parts of {@code onHand}; empty where the ERP shows no locations
 * @param asOf when the reading began, by the ERP's clock
 */
public record Stock(
    String sku,
    BigDecimal onHand,
    @Nullable BigDecimal openDemand,
    BigDecimal receipts,
    List<AtLocation> locations,
    Instant asOf) {

  /** On-hand pieces at one location. */
  public record AtLocation(String location, BigDecimal onHand) {}

  public Stock {
    locations = List.copyOf(locations);
  }
}
