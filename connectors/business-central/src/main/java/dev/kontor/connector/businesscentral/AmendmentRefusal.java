package dev.kontor.connector.businesscentral;

import dev.kontor.spi.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Why an open order cannot be made equal to the shop's. */
final class AmendmentRefusal {

  private AmendmentRefusal() {}

  /** What a person must do, and exactly what differs. */
  static @Nullable Fault of(JsonNode order, Amendment amendment) {
    String number = Json.text(order, "number", "");
    if (!amendment.fixed().isEmpty()) {
      return new Fault.Invalid(
          String.join(", ", amendment.fixed()),
          "cannot be changed on order "
              + number
              + ", which has lines: Business Central would write them anew at its own prices ("
              + amendment.inWords()
              + "). Cancel the order and enter it again, or correct it by hand and discard this"
              + " change",
          null);
    }
    List<JsonNode> posted = amendment.posted();
    if (!posted.isEmpty()) {
      return new Fault.Invalid(
          "salesOrderLines",
          "lines of order "
              + number
              + " are shipped or invoiced already: "
              + String.join("; ", posted.stream().map(LineInWords::posted).toList())
              + ". The shop's order differs: "
              + amendment.inWords()
              + ". Take the goods back by a return order or credit memo, or correct the order by"
              + " hand, then discard this change",
          null);
    }
    return null;
  }
}
