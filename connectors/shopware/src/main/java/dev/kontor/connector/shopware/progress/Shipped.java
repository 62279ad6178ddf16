package dev.kontor.connector.shopware.progress;

import dev.kontor.connector.shopware.api.Fields;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What left the warehouse.
 *
 * @param content as it is kept in the order's custom field
 * @param note by which the source opens the delivery note, null if there is none
 */
record Shipped(
    String number,
    String date,
    List<String> trackingCodes,
    List<Line> lines,
    JsonNode content,
    @Nullable String note) {

  /** Pieces of one article. */
  record Line(String productNumber, BigDecimal quantity) {

    static Line of(Fields line) {
      return new Line(line.required("productNumber"), line.requiredDecimal("quantity"));
    }
  }

  static Shipped of(Fields shipment) {
    return new Shipped(
        shipment.required("number"),
        shipment.required("date"),
        shipment.node().path("trackingCodes").valueStream().map(c -> c.asString("")).toList(),
        shipment.at("lines").each().map(Line::of).toList(),
        shipment.node(),
        shipment.text("file"));
  }
}
