package dev.kontor.twin.shopware.shop;

import dev.kontor.twin.shopware.ApiError;
import dev.kontor.twin.shopware.cart.Buyer;
import dev.kontor.twin.shopware.cart.Cart;
import dev.kontor.twin.shopware.cart.Carts;
import dev.kontor.twin.shopware.cart.Item;
import dev.kontor.twin.shopware.data.Keys;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.search.Inheritance;
import java.util.ArrayList;
import java.util.List;
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
  private final Inheritance inheritance;

  Checkout(
      Tables tables,
      Keys keys,
      Lookup lookup,
      Stock stock,
      Customers customers,
      OrderWriter writer) {
    this.tables = tables;
    this.keys = keys;
    this.lookup = lookup;
    this.stock = stock;
    this.customers = customers;
    this.addresses = new Addresses(lookup);
    this.writer = writer;
    this.inheritance = new Inheritance(tables);
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
    ObjectNode billing = addresses.of(request.path("billing"), person);
    ObjectNode shipping =
        request.has("shipping") ? addresses.of(request.get("shipping"), person) : billing;
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
    ObjectNode customer = customers.of(request, billing, payment);
    ObjectNode currency =
        lookup.by("currency", "isoCode", request.path("currency").asString("EUR"));
    Buyer buyer = buyer(customer, currency, Values.required(shipping, "countryId"));
    Cart cart =
        new Carts(tables).compute(items(request), codes(request), method, buyer, vertical());
    return writer.write(
        new Placement(
            request,
            customer,
            currency,
            billing,
            request.has("shipping") ? shipping : null,
            payment,
            method,
            cart));
  }

  boolean vertical() {
    return "vertical".equals(Values.text(lookup.salesChannel(), "taxCalculationType"));
  }

  Buyer buyer(ObjectNode customer, ObjectNode currency, String countryId) {
    List<String> vatIds = new ArrayList<>();
    customer.path("vatIds").forEach(v -> vatIds.add(v.asString()));
    return new Buyer(
        customers.group(customer).path("displayGross").asBoolean(true),
        customers.standardGroup(customer),
        Values.text(customer, "company"),
        vatIds,
        countryId,
        Values.required(currency, "id"),
        Values.decimal(currency.get("factor")),
        currency.path("itemRounding").path("decimals").asInt(2));
  }

  private List<Item> items(JsonNode request) {
    List<Item> items = new ArrayList<>();
    for (JsonNode line : request.path("lines")) {
      ObjectNode product =
          lookup.by("product", "productNumber", line.path("productNumber").asString(""));
      int quantity = line.path("quantity").asInt(1);
      ObjectNode full = inheritance.resolved(product);
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
