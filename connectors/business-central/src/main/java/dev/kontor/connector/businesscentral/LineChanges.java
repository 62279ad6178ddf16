package dev.kontor.connector.businesscentral;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What differs between a line of an open order and the line it is to be. */
final class LineChanges {

  private LineChanges() {}

  /**
   * The fields to change; empty if the line is as wanted. Quantity and price are written together,
   * discount last, as each would overwrite what comes before it (business-central/totals.md rule
   * 6).
   */
  static ObjectNode of(JsonNode line, JsonNode wanted) {
    ObjectNode changes = Json.object();
    String text = Json.text(wanted, "description");
    if (text != null && !text.equals(Json.text(line, "description"))) {
      changes.put("description", text);
    }
    if (!same(line, wanted, "quantity")
        || !same(line, wanted, "unitPrice")
        || !same(line, wanted, "discountAmount")) {
      changes.set("quantity", wanted.path("quantity"));
      changes.set("unitPrice", wanted.path("unitPrice"));
      changes.put("discountAmount", Json.number(wanted, "discountAmount"));
    }
    return changes;
  }

  private static boolean same(JsonNode line, JsonNode wanted, String field) {
    return Json.number(line, field).compareTo(Json.number(wanted, field)) == 0;
  }
}
