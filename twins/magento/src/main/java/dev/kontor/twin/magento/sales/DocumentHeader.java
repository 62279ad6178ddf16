package dev.kontor.twin.magento.sales;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What invoices, shipments and credit memos of an order have in common. */
final class DocumentHeader {
  private static final String[] CURRENCIES = {
    "base_currency_code",
    "global_currency_code",
    "order_currency_code",
    "store_currency_code",
    "base_to_global_rate",
    "base_to_order_rate",
    "store_to_base_rate",
    "store_to_order_rate"
  };

  private DocumentHeader() {}

  static ObjectNode of(Tables tables, String kind, ObjectNode order) {
    long store = Row.number(order, "store_id");
    String now = tables.now();
    ObjectNode document =
        Json.object()
            .put("order_id", Row.number(order, "entity_id"))
            .put("store_id", store)
            .put("increment_id", Numbers.next(tables, kind, store))
            .put("created_at", now)
            .put("updated_at", now);
    document.set("billing_address_id", order.path("billing_address_id"));
    JsonNode shipping = order.path("_shipping").path("address").path("entity_id");
    if (!shipping.isMissingNode()) {
      document.set("shipping_address_id", shipping);
    }
    return document;
  }

  /** Adds the currencies of a document with amounts. */
  static void currencies(ObjectNode document, ObjectNode order) {
    for (String column : CURRENCIES) {
      document.set(column, order.path(column));
    }
  }
}
