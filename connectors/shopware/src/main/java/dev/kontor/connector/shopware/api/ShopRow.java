package dev.kontor.connector.shopware.api;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Rows as the shop states and takes them. */
public final class ShopRow {

  private ShopRow() {}

  /** A row to write, so far nothing but its id. */
  public static ObjectNode of(String id) {
    return JsonNodeFactory.instance.objectNode().put("id", id);
  }

  /** Empty if it has none. */
  public static String id(JsonNode row) {
    return text(row, "id");
  }

  /** Empty if absent or null. */
  public static String text(JsonNode row, String field) {
    return row.path(field).asString("");
  }
}
