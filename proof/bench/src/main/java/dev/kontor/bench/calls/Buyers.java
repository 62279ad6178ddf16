package dev.kontor.bench.calls;

import dev.kontor.bench.twins.Twin;
import dev.kontor.model.ModelJson;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Registered customers who order, in turn, goods that never sell out. */
final class Buyers {

  private static final int LINES = 3;

  private final Twin shop;
  private final int customers;
  private final List<String> articles;
  private int placed;

  Buyers(Twin shop, int customers) {
    this.shop = shop;
    this.customers = customers;
    this.articles = sellable(shop.get("/_twin/shop/catalogue"));
  }

  private static List<String> sellable(JsonNode catalogue) {
    Set<String> parents = new HashSet<>();
    catalogue.forEach(product -> parents.add(product.path("parent").asString("")));
    return catalogue
        .valueStream()
        .filter(p -> !p.has("parent") && !p.path("closeout").asBoolean(false))
        .map(p -> p.path("productNumber").asString())
        .filter(number -> !parents.contains(number))
        .toList();
  }

  int customers() {
    return customers;
  }

  int placed() {
    return placed;
  }

  void place(int orders) {
    for (int i = 0; i < orders; i++) {
      shop.post("/_twin/shop/orders", order(placed++));
    }
  }

  private ObjectNode order(int number) {
    ObjectNode order = ModelJson.mapper().createObjectNode();
    int customer = number % customers;
    order
        .putObject("customer")
        .put("firstName", "Jörg")
        .put("lastName", "Müller")
        .put("email", "k" + customer + "@kunde.example")
        .put("guest", false);
    order
        .putObject("billing")
        .put("country", "DE")
        .put("street", "Königstraße " + (1 + customer))
        .put("zipcode", "70173")
        .put("city", "Stuttgart");
    for (int line = 0; line < LINES; line++) {
      order
          .withArray("lines")
          .addObject()
          .put("productNumber", articles.get((number + line) % articles.size()))
          .put("quantity", 1 + line);
    }
    return order
        .put("paymentMethod", "payment_invoicepayment")
        .put("shippingMethod", "shipping_standard");
  }
}
