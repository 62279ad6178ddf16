package dev.kontor.twin.shopware.shop;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ApiError;
import dev.kontor.twin.shopware.Errors;
import dev.kontor.twin.shopware.cart.Buyer;
import dev.kontor.twin.shopware.cart.Cart;
import dev.kontor.twin.shopware.cart.Carts;
import dev.kontor.twin.shopware.cart.Item;
import dev.kontor.twin.shopware.cart.Line;
import dev.kontor.twin.shopware.cart.Price;
import dev.kontor.twin.shopware.cart.PriceJson;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.search.Inheritance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a clerk does to a placed order in the administration: other quantities, lines removed. */
public final class OrderEdits {
  private final Tables tables;
  private final Stock stock;
  private final Checkout checkout;
  private final Inheritance inheritance;

  OrderEdits(Tables tables, Stock stock, Checkout checkout) {
    this.tables = tables;
    this.stock = stock;
    this.checkout = checkout;
    this.inheritance = new Inheritance(tables);
  }

  /**
   * Sets quantities by product number, 0 removes the line; {@code {lines:[{productNumber,
   * quantity}]}}. Prices, promotions and totals are computed anew, shipping costs stay.
   */
  public ObjectNode edit(String orderId, JsonNode request) {
    return tables.transact(() -> edited(orderId, request));
  }

  private ObjectNode edited(String orderId, JsonNode request) {
    ObjectNode order =
        tables.find("order", orderId).orElseThrow(() -> Errors.notFound("order", orderId));
    Map<String, Integer> wanted = new HashMap<>();
    request
        .path("lines")
        .forEach(
            l -> wanted.put(l.path("productNumber").asString(""), l.path("quantity").asInt(0)));
    List<Item> items = new ArrayList<>();
    List<String> codes = new ArrayList<>();
    for (ObjectNode line : tables.where("order_line_item", "orderId", orderId)) {
      collect(line, wanted, items, codes);
    }
    if (!wanted.isEmpty()) {
      throw ApiError.plain(400, "The order has no line of " + wanted.keySet() + ".");
    }
    store(order, recomputed(order, items, codes));
    return tables.get("order", orderId);
  }

  private void collect(
      ObjectNode line, Map<String, Integer> wanted, List<Item> items, List<String> codes) {
    String productId = Values.text(line, "productId");
    if (productId == null) {
      String code = line.path("payload").path("code").asString("");
      if (!codes.contains(code)) {
        codes.add(code);
      }
      return;
    }
    ObjectNode product = inheritance.resolved(tables.get("product", productId));
    int before = line.path("quantity").asInt(0);
    Integer asked = wanted.remove(Values.required(product, "productNumber"));
    int quantity = asked == null ? before : asked;
    stock.reserve(productId, quantity - before);
    if (quantity > 0) {
      items.add(new Item(Values.required(line, "identifier"), product, quantity));
    }
  }

  private Cart recomputed(ObjectNode order, List<Item> items, List<String> codes) {
    String orderId = Values.required(order, "id");
    ObjectNode orderCustomer = tables.where("order_customer", "orderId", orderId).getFirst();
    ObjectNode customer = tables.get("customer", Values.required(orderCustomer, "customerId"));
    List<ObjectNode> deliveries = tables.where("order_delivery", "orderId", orderId);
    ObjectNode address =
        tables.get(
            "order_address", Values.required(deliveries.getFirst(), "shippingOrderAddressId"));
    ObjectNode currency = tables.get("currency", Values.required(order, "currencyId"));
    Buyer buyer = checkout.buyer(customer, currency, Values.required(address, "countryId"));
    List<Price> shipping =
        deliveries.stream().map(d -> PriceJson.read(d.get("shippingCosts"))).toList();
    return new Carts(tables).recompute(items, codes, shipping, buyer, checkout.vertical());
  }

  private void store(ObjectNode order, Cart cart) {
    String orderId = Values.required(order, "id");
    for (ObjectNode row : tables.where("order_line_item", "orderId", orderId)) {
      Line line = matching(row, cart);
      String id = Values.required(row, "id");
      List<ObjectNode> positions = tables.where("order_delivery_position", "orderLineItemId", id);
      if (line == null) {
        positions.forEach(p -> tables.delete("order_delivery_position", Values.required(p, "id")));
        tables.delete("order_line_item", id);
      } else if (Values.decimal(row.get("totalPrice")).compareTo(line.price().total()) != 0) {
        ObjectNode money = OrderRows.money(line.price());
        money.set("priceDefinition", line.definition());
        tables.update("order_line_item", id, money);
        positions.forEach(
            p ->
                tables.update(
                    "order_delivery_position",
                    Values.required(p, "id"),
                    OrderRows.position(line.price())));
      }
    }
    for (ObjectNode transaction : tables.where("order_transaction", "orderId", orderId)) {
      tables.update(
          "order_transaction",
          Values.required(transaction, "id"),
          Json.object().set("amount", PriceJson.amount(cart)));
    }
    tables.update("order", orderId, OrderRows.totals(cart));
  }

  private static @Nullable Line matching(ObjectNode row, Cart cart) {
    String identifier = Values.text(row, "identifier");
    return cart.lines().stream()
        .filter(l -> Objects.equals(l.identifier(), identifier))
        .findFirst()
        .orElse(null);
  }
}
