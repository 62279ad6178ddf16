package dev.kontor.connector.businesscentral;

import tools.jackson.databind.JsonNode;

/** Which line of an open order a wanted line is about. */
final class AmendedLine {

  private AmendedLine() {}

  /**
   * Whether a line is about what is wanted, so that price, quantity and text can be changed in
   * place. Goods are wanted by id, accounts and items that stand for them by number.
   */
  static boolean isAbout(JsonNode line, JsonNode wanted) {
    String item = Json.text(wanted, "itemId");
    boolean same =
        item == null ? isOnSame(line, wanted) : item.equalsIgnoreCase(Json.id(line, "itemId"));
    return same
        && Json.id(line, "itemVariantId").equalsIgnoreCase(Json.id(wanted, "itemVariantId"))
        && keepsTerms(line, wanted);
  }

  private static boolean isOnSame(JsonNode line, JsonNode wanted) {
    return Json.option(wanted, "lineType").equals(Json.option(line, "lineType"))
        && Json.text(wanted, "lineObjectNumber", "")
            .equalsIgnoreCase(Json.text(line, "lineObjectNumber", ""));
  }

  /** Whether tax group and unit, where wanted, are those of the line; they cannot be changed. */
  private static boolean keepsTerms(JsonNode line, JsonNode wanted) {
    return keeps(line, wanted, "taxCode") && keeps(line, wanted, "unitOfMeasureCode");
  }

  private static boolean keeps(JsonNode line, JsonNode wanted, String field) {
    String value = Json.text(wanted, field);
    return value == null || value.equalsIgnoreCase(Json.text(line, field, ""));
  }

  /** Lines that have neither quantity nor amount belong to people. */
  static boolean isComment(JsonNode line) {
    return Json.option(line, "lineType").equals(OrderComment.LINE_TYPE);
  }

  static boolean isPosted(JsonNode line) {
    return Json.number(line, "shippedQuantity").signum() != 0
        || Json.number(line, "invoicedQuantity").signum() != 0;
  }
}
