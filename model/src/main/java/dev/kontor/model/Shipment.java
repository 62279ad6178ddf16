package dev.kontor.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goods that left the warehouse together.
 *
 * @param number of the posted shipment
 * @param shippedOn day of posting in the company's time zone
 * @param carrier the ERP's code of the shipping agent, null if unknown
 * @param service the carrier's service, null if unknown
 * @param trackingCodes empty if the ERP knows none
 * @param trackingUrl where the parcel can be followed, null if unknown
 * @param deliveryNote by which the source's connector opens the delivery note, null if there is
 *     none
 * @param location the ERP's code of the place all of it left, null if unknown
 */
public record Shipment(
    String number,
    LocalDate shippedOn,
    @Nullable String carrier,
    @Nullable String service,
    List<String> trackingCodes,
    @Nullable String trackingUrl,
    List<Line> lines,
    @Nullable String deliveryNote,
    @Nullable String location) {

  /**
   * Shipped pieces of one article.
   *
   * @param quantity in the unit the order was placed in
   */
  public record Line(String sku, BigDecimal quantity) {}

  public Shipment {
    trackingCodes = List.copyOf(trackingCodes);
    lines = List.copyOf(lines);
  }
}
