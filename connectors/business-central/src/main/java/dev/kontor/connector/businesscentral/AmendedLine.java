package dev.kontor.connector.businesscentral;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A line of an open order beside the line it is to be. */
final class AmendedLine {

  private AmendedLine() {}

  /**
   * Whether a line is about what is wanted, so that price, quantity and text can be changed in
   * place. Goods are wanted by id, accounts and items that stand for them by number.
   */
  static boolean isAbout(JsonNode line, JsonNode wanted) {
    String item = Json.text(wanted, "itemId");
    boolean same =
        item == null
            ? Json.option(wanted, "lineType").equals(Json.option(line, "lineType"))
                && Json.text(wanted, "lineObjectNumber", "")
                    .equalsIgnoreCase(Json.text(line, "lineObjectNumber", ""))
            : item.equalsIgnoreCase(Json.text(line, "itemId", ""));
    return same
        && id(line, "itemVariantId").equalsIgnoreCase(id(wanted, "itemVariantId"))
        && keepsTerms(line, wanted);
  }

  private static String id(JsonNode line, String field) {
    String id = Json.text(line, field, "");
    return id.startsWith("00000000-0000") ? "" : id;
  }

  /** Lines that have neither quantity nor amount belong to people. */
  static boolean isComment(JsonNode line) {
    return Json.option(line, "lineType").equals("Comment");
  }

  static boolean isPosted(JsonNode line) {
    return Json.number(line, "shippedQuantity").signum() != 0
        || Json.number(line, "invoicedQuantity").signum() != 0;
  }

  /**
   * The fields to change; empty if the line is as wanted. Quantity and price are written together,
   * discount last, as each would overwrite what comes before it (business-central/totals.md rule
   * 6).
   */
  static ObjectNode changes(JsonNode line, JsonNode wanted) {
    ObjectNode changes = Json.object();
    text(line, wanted, "description", changes);
    if (!same(line, wanted, "quantity")
        || !same(line, wanted, "unitPrice")
        || !same(line, wanted, "discountAmount")) {
      changes.set("quantity", wanted.path("quantity"));
      changes.set("unitPrice", wanted.path("unitPrice"));
      changes.put("discountAmount", Json.number(wanted, "discountAmount"));
    }
    return changes;
  }

  private static void text(JsonNode line, JsonNode wanted, String field, ObjectNode changes) {
    String value = Json.text(wanted, field);
    if (value != null && !value.equals(Json.text(line, field))) {
      changes.put(field, value);
    }
  }

  private static boolean same(JsonNode line, JsonNode wanted, String field) {
    return Json.number(line, field).compareTo(Json.number(wanted, field)) == 0;
  }

  /** Whether tax group and unit, where wanted, are those of the line; they cannot be changed. */
  private static boolean keepsTerms(JsonNode line, JsonNode wanted) {
    return keeps(line, wanted, "taxCode") && keeps(line, wanted, "unitOfMeasureCode");
  }

  private static boolean keeps(JsonNode line, JsonNode wanted, String field) {
    String value = Json.text(wanted, field);
    return value == null || value.equalsIgnoreCase(Json.text(line, field, ""));
  }

  /** For people: what it is, how many, at what price. */
  static String inWords(JsonNode line) {
    String what = Json.text(line, "lineObjectNumber", Json.text(line, "description", "line"));
    return plain(Json.number(line, "quantity"))
        + " × "
        + what
        + " at "
        + plain(Json.number(line, "unitPrice"))
        + discount(Json.number(line, "discountAmount"));
  }

  private static String discount(BigDecimal amount) {
    return amount.signum() == 0 ? "" : " less " + plain(amount);
  }

  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
