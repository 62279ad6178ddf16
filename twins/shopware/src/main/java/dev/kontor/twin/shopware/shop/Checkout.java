package dev.kontor.twin.shopware.shop;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ApiError;
import dev.kontor.twin.shopware.cart.Buyer;
import dev.kontor.twin.shopware.cart.Cart;
import dev.kontor.twin.shopware.cart.Carts;
import dev.kontor.twin.shopware.cart.Item;
import dev.kontor.twin.shopware.data.Keys;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The storefront: turns a place-order request into an order (request: package control). */
public final class Checkout {
  private final Tables tables;
  private final Keys keys;
  private final Lookup lookup;
  private final Stock stock;
  private final Customers customers;
  private final Addresses addresses;
  private final OrderWriter writer;
  private final Buyers buyers;
  private final Shelf shelf;

  Checkout(
      Tables tables,
      Keys keys,
      Lookup lookup,
      Stock stock,
      Customers customers,
      OrderWriter writer,
      Buyers buyers) {
    this.tables = tables;
    this.keys = keys;
    this.lookup = lookup;
    this.stock = stock;
    this.customers = customers;
    this.addresses = new Addresses(lookup);
    this.writer = writer;
    this.buyers = buyers;
    this.shelf = new Shelf(tables, lookup);
  }

  /**
   * Places an order and returns its row. Throws ApiError 400 for unknown names and 500
   * CHECKOUT__CART_INVALID for more of a close-out product than there is.
   */
  public ObjectNode place(JsonNode request) {
    return tables.transact(() -> placed(request));
  }

  private ObjectNode placed(JsonNode request) {
    JsonNode person = request.path("customer");
    Optional<ObjectNode> known = customers.known(person);
    ObjectNode billing = address("billing", request, known, null);
    ObjectNode shipping = address("shipping", request, known, billing);
    String payment =
        lookup.id(
            "payment_method",
            "technicalName",
            request.path("paymentMethod").asString("payment_invoicepayment"));
    String method =
        lookup.id(
            "shipping_method",
            "technicalName",
            request.path("shippingMethod").asString("shipping_standard"));
    ObjectNode customer = known.orElseGet(() -> customers.create(person, billing, payment));
    ObjectNode currency =
        lookup.by("currency", "isoCode", request.path("currency").asString("EUR"));
    Buyer buyer =
        buyers.of(
            customer,
            currency,
            Values.required(billing, "countryId"),
            Values.required(shipping, "countryId"));
    Cart cart =
        new Carts(tables).compute(items(request), codes(request), method, buyer, vertical());
    return writer.write(
        new Placement(
            request,
            customer,
            currency,
            billing,
            shipping.equals(billing) ? null : shipping,
            payment,
            method,
            buyer.ruleIds(),
            cart));
  }

  // What the request says, else what the customer has saved, else the other one or a made-up one.
  private ObjectNode address(
      String kind, JsonNode request, Optional<ObjectNode> known, @Nullable ObjectNode other) {
    if (request.has(kind)) {
      return addresses.of(request.get(kind), request.path("customer"));
    }
    String key = kind.equals("billing") ? "defaultBillingAddressId" : "defaultShippingAddressId";
    boolean own = other == null || !request.has("billing");
    return known
        .filter(c -> own)
        .flatMap(c -> tables.find("customer_address", c.path(key).asString("")))
        .map(addresses::saved)
        .orElseGet(
            () -> other == null ? addresses.of(Json.object(), request.path("customer")) : other);
  }

  boolean vertical() {
    return "vertical".equals(Values.text(lookup.salesChannel(), "taxCalculationType"));
  }

  private List<Item> items(JsonNode request) {
    List<Item> items = new ArrayList<>();
    for (JsonNode line : request.path("lines")) {
      ObjectNode product =
          lookup.by("product", "productNumber", line.path("productNumber").asString(""));
      ObjectNode full = shelf.complete(product);
      shelf
          .obstacle(full)
          .ifPresent(
              reason -> {
                throw ApiError.plain(
                    400,
                    "Product "
                        + Values.text(full, "productNumber")
                        + " cannot be bought: "
                        + reason
                        + ".");
              });
      int quantity = Shelf.quantity(full, line.path("quantity").asInt(1));
      stock.checkSellable(full, quantity);
      items.add(new Item(keys.id(), full, quantity));
    }
    if (items.isEmpty()) {
      throw ApiError.plain(400, "lines is empty; give at least one {productNumber, quantity}.");
    }
    return items;
  }

  private static List<String> codes(JsonNode request) {
    return request.path("promotions").valueStream().map(JsonNode::asString).toList();
  }
}
