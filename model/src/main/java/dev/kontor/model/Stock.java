package dev.kontor.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the ERP says about one SKU's stock, in the unit the shop sells; the stock rule decides what
 * a shop is told.
 *
 * @param onHand pieces at all locations
 * @param openDemand pieces of all open sales documents not yet shipped; null where the ERP cannot
 *     tell
 * @param locations the parts of both; null where the ERP tells one sum only
 * @param receipts what purchases are expected to bring
 * @param transfers what is to be moved between locations
 * @param asOf when the reading began, by the ERP's clock
 * @param day the company's day of the reading, on which receipts are judged
 */
public record Stock(
    String sku,
    BigDecimal onHand,
    @Nullable BigDecimal openDemand,
    @Nullable List<AtLocation> locations,
    List<Receipt> receipts,
    List<Transfer> transfers,
    Instant asOf,
    LocalDate day) {

  /**
   * The part at one location.
   *
   * @param location its code; empty where goods or orders state none
   * @param openDemand pieces of open sales documents, reserved or not
   * @param reservedForOthers pieces on hand reserved for what is neither in {@code openDemand} nor
   *     a transfer
   */
  public record AtLocation(
      String location, BigDecimal onHand, BigDecimal openDemand, BigDecimal reservedForOthers) {}

  /**
   * Pieces that purchases bring.
   *
   * @param expected the day, null if none is stated
   */
  public record Receipt(String location, BigDecimal pieces, @Nullable LocalDate expected) {}

  /**
   * Pieces on a way between locations.
   *
   * @param transit where they lie meanwhile, as the ERP has it
   * @param outstanding not yet shipped
   * @param inTransit shipped and not received
   * @param expected the day of the receipt, null if none is stated
   */
  public record Transfer(
      String from,
      String transit,
      String to,
      BigDecimal outstanding,
      BigDecimal inTransit,
      @Nullable LocalDate expected) {}

  public Stock {
    locations = locations == null ? null : List.copyOf(locations);
    receipts = List.copyOf(Objects.requireNonNullElse(receipts, List.of()));
    transfers = List.copyOf(Objects.requireNonNullElse(transfers, List.of()));
  }

  /** One sum, of an ERP that tells no locations. */
  public static Stock sum(
      String sku, BigDecimal onHand, @Nullable BigDecimal openDemand, Instant asOf) {
    LocalDate day = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
    return new Stock(sku, onHand, openDemand, null, List.of(), List.of(), asOf, day);
  }
}
