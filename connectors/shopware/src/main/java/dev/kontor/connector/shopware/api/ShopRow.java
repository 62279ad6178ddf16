package dev.kontor.connector.shopware.api;

import java.time.Instant;
import java.time.OffsetDateTime;
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

  /** The epoch if the shop has no time there: new rows have no {@code updatedAt}. */
  public static Instant time(JsonNode row, String field) {
    String time = text(row, field);
    return time.isEmpty() ? Instant.EPOCH : OffsetDateTime.parse(time).toInstant();
  }

  /** Empty if absent or null. */
  public static String text(JsonNode row, String field) {
    return row.path(field).asString("");
  }
}
