package dev.kontor.twin.shopware.control;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Keys;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.shop.Lookup;
import dev.kontor.twin.shopware.shop.Shop;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Pieces that leave in a delivery of their own. The core has but the state "shipped partially";
 * extensions and logistics partners make deliveries with positions (shopware/contract.md §6).
 */
final class DeliverySplit {
  private final Tables tables;
  private final Keys keys;
  private final Lookup lookup;

  DeliverySplit(Shop shop) {
    this.tables = shop.tables();
    this.keys = shop.keys();
    this.lookup = shop.lookup();
  }

  /** Moves pieces of a delivery into a new one that is open and costs nothing. */
  void split(String deliveryId, JsonNode lines) {
    ObjectNode part = tables.get("order_delivery", deliveryId).deepCopy();
    String id = keys.id();
    part.put("id", id).put("stateId", lookup.stateId("order_delivery.state", "open"));
    part.putArray("trackingCodes");
    ((ObjectNode) part.path("shippingCosts")).put("unitPrice", 0).put("totalPrice", 0);
    part.remove(List.of("createdAt", "updatedAt"));
    tables.insert("order_delivery", part);
    for (JsonNode line : lines) {
      move(deliveryId, id, line);
    }
  }

  private void move(String from, String to, JsonNode line) {
    int pieces = line.path("quantity").asInt();
    for (ObjectNode position : tables.where("order_delivery_position", "orderDeliveryId", from)) {
      ObjectNode row = tables.get("order_line_item", Values.required(position, "orderLineItemId"));
      if (row.path("payload").path("productNumber").equals(line.path("productNumber"))) {
        int there = position.path("quantity").asInt();
        ObjectNode moved = position.deepCopy().put("id", keys.id()).put("orderDeliveryId", to);
        moved.remove(List.of("createdAt", "updatedAt"));
        tables.insert("order_delivery_position", moved.put("quantity", pieces));
        tables.update(
            "order_delivery_position",
            Values.required(position, "id"),
            Json.object().put("quantity", there - pieces));
      }
    }
  }
}
