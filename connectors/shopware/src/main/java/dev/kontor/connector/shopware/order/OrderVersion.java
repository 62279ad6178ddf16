package dev.kontor.connector.shopware.order;

import dev.kontor.connector.shopware.Ids;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The version of an order with everything that belongs to it. The order's own {@code updatedAt}
 * stays still when a delivery, a payment or a tracking code changes (shopware/observed.md, Change
 * detection).
 *
 * @param digest differs whenever a row was added, changed or removed
 * @param changedAt the newest time any row carries
 */
record OrderVersion(String digest, Instant changedAt) {

  /** The parts looked at; the order must have been read with them. */
  static final List<String> CHILDREN =
      List.of("deliveries", "transactions", "addresses", "lineItems", "captures", "refunds");

  /** The fields looked at. */
  static final List<String> FIELDS =
      List.of("id", "createdAt", "updatedAt", "stateId", "trackingCodes");

  private static final class Collected {
    final List<String> rows = new ArrayList<>();
    Instant newest = Instant.EPOCH;
  }

  static OrderVersion of(JsonNode order) {
    Collected collected = new Collected();
    collect("order", order, collected);
    collect("orderCustomer", order.path("orderCustomer"), collected);
    collected.rows.sort(null);
    return new OrderVersion(Ids.sha256(String.join("\n", collected.rows)), collected.newest);
  }

  private static void collect(String kind, JsonNode row, Collected into) {
    if (!row.isObject()) {
      return;
    }
    StringBuilder line = new StringBuilder(kind);
    for (String field : FIELDS) {
      line.append(' ').append(row.path(field).isContainer() ? codes(row, field) : text(row, field));
    }
    into.rows.add(line.toString());
    for (String time : List.of("createdAt", "updatedAt")) {
      Instant at = time(row.path(time));
      into.newest = at.isAfter(into.newest) ? at : into.newest;
    }
    for (String children : CHILDREN) {
      row.path(children).forEach(child -> collect(children, child, into));
    }
  }

  private static String text(JsonNode row, String field) {
    return row.path(field).asString("");
  }

  private static String codes(JsonNode row, String field) {
    return row.path(field).isEmpty() ? "" : row.path(field).toString();
  }

  /** The epoch if the shop has no time there: new rows have no {@code updatedAt}. */
  static Instant time(JsonNode node) {
    return node.isString() ? OffsetDateTime.parse(node.stringValue()).toInstant() : Instant.EPOCH;
  }
}
