package dev.kontor.connector.businesscentral;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/** Lines of an order as people are told about them; shows no name and no address. */
final class LineInWords {

  private LineInWords() {}

  /** What it is, how many, at what price. */
  static String of(JsonNode line) {
    String what = Json.text(line, "lineObjectNumber", Json.text(line, "description", "line"));
    return plain(line, "quantity")
        + " × "
        + what
        + " at "
        + plain(line, "unitPrice")
        + (Json.number(line, "discountAmount").signum() == 0
            ? ""
            : " less " + plain(line, "discountAmount"));
  }

  /** With what was shipped and invoiced of it. */
  static String posted(JsonNode line) {
    return of(line)
        + " (shipped "
        + plain(line, "shippedQuantity")
        + ", invoiced "
        + plain(line, "invoicedQuantity")
        + ")";
  }

  private static String plain(JsonNode line, String field) {
    BigDecimal number = Json.number(line, field);
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
