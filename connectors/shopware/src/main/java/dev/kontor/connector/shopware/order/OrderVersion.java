package dev.kontor.connector.shopware.order;

import dev.kontor.connector.shopware.Ids;
import java.time.Instant;
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

  static OrderVersion of(JsonNode order) {
    VersionRows rows = new VersionRows();
    rows.add("order", order);
    rows.add("orderCustomer", order.path("orderCustomer"));
    return new OrderVersion(Ids.sha256(rows.text()), rows.newest());
  }
}
