package dev.kontor.twin.magento;

import dev.kontor.twin.kit.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the recorded store held, as far as recordings tell. It had 71 orders, 22 invoices and 19
 * shipments; those no recording shows whole are filled in with what lists say of them, so that
 * counts and pages are the recorded ones.
 */
final class RecordedStore {
  private static final int ORDERS = 71;
  private static final List<String> LISTS =
      List.of("orders-page-1-of-n", "orders-last-page", "orders-updated-since");

  private static final List<String> PRODUCTS =
      List.of(
          "simple",
          "simple-long-name",
          "simple-reduced-tax",
          "sku-with-slash-umlaut",
          "virtual",
          "configurable",
          "bundle-dynamic");

  private RecordedStore() {}

  /** The body of {@code POST /_twin/shop/recorded}. */
  static ObjectNode json() {
    ObjectNode json = Json.object();
    orders(json.putArray("orders"));
    documents(json, "invoices", 22);
    documents(json, "shipments", 19);
    documents(json, "creditmemos", 0);
    products(json.putArray("products"));
    stock(json);
    return json;
  }

  private static void products(ArrayNode into) {
    for (String name : PRODUCTS) {
      into.add(Fixtures.json("recorded/products/" + name + ".json"));
    }
    Fixtures.json("recorded/products/configurable-children.json").forEach(into::add);
    into.add(Fixtures.json("recorded/products/configurable-child.json"));
    ObjectNode stool = Json.object().put("sku", "STUHL-EI");
    stool.putObject("extension_attributes").putObject("stock_item").put("item_id", 9);
    into.add(stool);
  }

  private static void stock(ObjectNode json) {
    ArrayNode items = json.putArray("source_items");
    for (String list : List.of("source-items-by-sku", "source-items-in")) {
      Fixtures.json("recorded/inventory/" + list + ".json").path("items").forEach(items::add);
    }
    // A part of a bundle lies at one source; how much of it no recording tells.
    items
        .addObject()
        .put("sku", "KOCHER-F1")
        .put("source_code", "lager-nord")
        .put("quantity", 500)
        .put("status", 1);
    json.putArray("reservations").addObject().put("sku", "STUHL-EI").put("quantity", -20);
  }

  private static void orders(ArrayNode into) {
    Map<Long, JsonNode> byId = new TreeMap<>();
    for (long id = 1; id <= ORDERS; id++) {
      byId.put(id, filler(id));
    }
    for (String list : LISTS) {
      for (JsonNode seen : Fixtures.json("recorded/search/" + list + ".json").path("items")) {
        long id = seen.path("entity_id").asLong();
        byId.put(id, filler(id).setAll((ObjectNode) seen));
      }
    }
    for (String name : Fixtures.orders()) {
      JsonNode order = Fixtures.order(name);
      byId.put(order.path("entity_id").asLong(), order);
    }
    byId.values().forEach(into::add);
  }

  // Of these nothing is known but that they were there, unchanged since the morning.
  private static ObjectNode filler(long id) {
    ObjectNode order =
        Json.object()
            .put("entity_id", id)
            .put("increment_id", String.format("%09d", id))
            .put("state", "new")
            .put("status", "pending")
            .put("store_id", 1)
            .put("updated_at", "2026-11-21 09:52:00");
    order.putObject("extension_attributes");
    order.putObject("billing_address");
    order.putObject("payment");
    return order;
  }

  private static void documents(ObjectNode json, String kind, int count) {
    Map<Long, JsonNode> byId = new TreeMap<>();
    for (long id = 1; id <= count; id++) {
      byId.put(
          id,
          Json.object()
              .put("entity_id", id)
              .put("increment_id", String.format("%09d", id))
              .put("order_id", 0)
              .put("store_id", 1));
    }
    for (String name : Fixtures.orders()) {
      Fixtures.documents(name, kind).forEach(d -> byId.put(d.path("entity_id").asLong(), d));
    }
    if (kind.equals("invoices")) {
      Fixtures.json("recorded/search/invoices-page-1.json")
          .path("items")
          .forEach(d -> byId.put(d.path("entity_id").asLong(), d));
    }
    byId.values().forEach(json.putArray(kind)::add);
  }
}
