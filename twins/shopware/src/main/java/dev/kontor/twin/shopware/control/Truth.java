package dev.kontor.twin.shopware.control;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.shop.Shop;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the shop knows, for proofs; amounts as decimal strings in order currency. */
final class Truth {
  private static final int CENTS = 2;
  private final Shop shop;
  private final Tables tables;

  Truth(Shop shop) {
    this.shop = shop;
    this.tables = shop.tables();
  }

  ArrayNode orders() {
    ArrayNode list = Json.array();
    tables.all("order").forEach(o -> list.add(order(o)));
    return list;
  }

  ObjectNode order(ObjectNode order) {
    String id = Values.required(order, "id");
    ObjectNode currency = tables.get("currency", Values.required(order, "currencyId"));
    ObjectNode json =
        Json.object()
            .put("id", id)
            .put("orderNumber", Values.required(order, "orderNumber"))
            .put("state", shop.lookup().stateName(order))
            .put("deliveryState", state("order_delivery", id))
            .put("paymentState", state("order_transaction", id))
            .put("gross", amount(order.get("amountTotal")))
            .put("net", amount(order.get("amountNet")))
            .put("currency", Values.text(currency, "isoCode"))
            .put("taxStatus", Values.text(order, "taxStatus"))
            .put("lines", tables.where("order_line_item", "orderId", id).size());
    ObjectNode taxes = json.putObject("taxPerRate");
    order
        .path("price")
        .path("calculatedTaxes")
        .forEach(
            t ->
                taxes.put(
                    Values.decimal(t.get("taxRate")).stripTrailingZeros().toPlainString(),
                    amount(t.get("tax"))));
    json.set("customFields", Values.orNull(order.get("customFields")));
    ArrayNode codes = json.putArray("trackingCodes");
    tables
        .where("order_delivery", "orderId", id)
        .forEach(d -> d.path("trackingCodes").forEach(codes::add));
    return json;
  }

  private @org.jspecify.annotations.Nullable String state(String entity, String orderId) {
    List<ObjectNode> rows = tables.where(entity, "orderId", orderId);
    return rows.isEmpty()
        ? null
        : shop.lookup()
            .stateName(entity.equals("order_delivery") ? rows.getFirst() : rows.getLast());
  }

  private static String amount(JsonNode number) {
    return Values.decimal(number).setScale(CENTS).toPlainString();
  }

  /** {@code {productNumber: stock}}. */
  ObjectNode stock() {
    ObjectNode json = Json.object();
    tables
        .all("product")
        .forEach(p -> json.put(Values.required(p, "productNumber"), p.path("stock").asInt(0)));
    return json;
  }
}
