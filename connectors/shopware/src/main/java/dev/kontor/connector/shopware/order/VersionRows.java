package dev.kontor.connector.shopware.order;

import dev.kontor.connector.shopware.api.ShopRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The rows an order's version is made of, in whatever order the shop states them. */
final class VersionRows {

  private final List<String> lines = new ArrayList<>();
  private Instant newest = Instant.EPOCH;

  /** The row and everything below it; nothing if it was not loaded. */
  void add(String kind, JsonNode row) {
    if (!row.isObject()) {
      return;
    }
    StringBuilder line = new StringBuilder(kind);
    OrderVersion.FIELDS.forEach(field -> line.append(' ').append(value(row, field)));
    lines.add(line.toString());
    for (String time : List.of("createdAt", "updatedAt")) {
      Instant at = ShopRow.time(row, time);
      newest = at.isAfter(newest) ? at : newest;
    }
    for (String children : OrderVersion.CHILDREN) {
      row.path(children).forEach(child -> add(children, child));
    }
  }

  private static String value(JsonNode row, String field) {
    JsonNode value = row.path(field);
    return value.isContainer() && !value.isEmpty() ? value.toString() : value.asString("");
  }

  /** One line for each row, sorted. */
  String text() {
    return String.join("\n", lines.stream().sorted().toList());
  }

  /** The newest time any row carries. */
  Instant newest() {
    return newest;
  }
}
