package dev.kontor.twin.shopware.control;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.shop.Lookup;
import dev.kontor.twin.shopware.shop.Shop;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every order with its states, sums and buyer. */
final class OrderTruth {
  private static final int CENTS = 2;
  private final Tables tables;
  private final Lookup lookup;

  OrderTruth(Shop shop) {
    this.tables = shop.tables();
    this.lookup = shop.lookup();
  }

  ArrayNode list() {
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
            .put("state", lookup.stateName(order))
            .put("deliveryState", state("order_delivery", id))
            .put("paymentState", state("order_transaction", id))
            .put("gross", amount(order.get("amountTotal")))
            .put("net", amount(order.get("amountNet")))
            .put("currency", Values.text(currency, "isoCode"))
            .put("taxStatus", Values.text(order, "taxStatus"))
            .put("lines", tables.where("order_line_item", "orderId", id).size());
    json.set("items", items(id));
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
    ObjectNode buyer = tables.where("order_customer", "orderId", id).getFirst();
    json.put("customerNumber", Values.text(buyer, "customerNumber"));
    json.put("email", Values.text(buyer, "email"));
    return json.put("refunded", amount(Values.number(refunded(id))));
  }

  /** What was bought, without promotions, credits and what a clerk added by hand. */
  private ArrayNode items(String orderId) {
    ArrayNode items = Json.array();
    for (ObjectNode line : tables.where("order_line_item", "orderId", orderId)) {
      JsonNode number = line.path("payload").path("productNumber");
      if (number.isString() && line.hasNonNull("productId")) {
        items
            .addObject()
            .put("productNumber", number.stringValue())
            .put("quantity", line.path("quantity").asInt(0));
      }
    }
    return items;
  }

  private BigDecimal refunded(String orderId) {
    return tables.where("order_transaction", "orderId", orderId).stream()
        .flatMap(t -> below("order_transaction_capture", "orderTransactionId", t))
        .flatMap(c -> below("order_transaction_capture_refund", "captureId", c))
        .map(r -> Values.decimal(r.path("amount").get("totalPrice")))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private Stream<ObjectNode> below(String entity, String key, ObjectNode row) {
    return tables.where(entity, key, Values.required(row, "id")).stream();
  }

  private @Nullable String state(String entity, String orderId) {
    List<ObjectNode> rows = tables.where(entity, "orderId", orderId);
    return rows.isEmpty()
        ? null
        : lookup.stateName(entity.equals("order_delivery") ? rows.getFirst() : rows.getLast());
  }

  private static String amount(JsonNode number) {
    return Values.decimal(number).setScale(CENTS).toPlainString();
  }
}
