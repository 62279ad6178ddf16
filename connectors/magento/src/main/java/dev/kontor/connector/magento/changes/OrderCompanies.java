package dev.kontor.connector.magento.changes;

import dev.kontor.connector.magento.api.MagentoApi;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Adds to orders of companies what Adobe Commerce keeps apart: the {@code company}, and the {@code
 * negotiable_quote} an order was placed from, whose id is the order's {@code quote_id}.
 */
final class OrderCompanies {

  private final MagentoApi api;

  OrderCompanies(MagentoApi api) {
    this.api = api;
  }

  void join(List<ObjectNode> orders) {
    List<ObjectNode> ofCompanies =
        orders.stream().filter(order -> !company(order).equals("0")).toList();
    if (ofCompanies.isEmpty()) {
      return;
    }
    Map<String, JsonNode> companies = new HashMap<>();
    Map<String, JsonNode> quotes = new OrderQuotes(api).of(ofCompanies);
    for (ObjectNode order : ofCompanies) {
      order.set(
          "company", companies.computeIfAbsent(company(order), id -> api.get("company/" + id)));
      JsonNode quote = quotes.get(OrderQuotes.id(order));
      if (quote != null) {
        order.set("negotiable_quote", quote);
      }
    }
  }

  private static String company(JsonNode order) {
    return order
        .path("extension_attributes")
        .path("company_order_attributes")
        .path("company_id")
        .asString("0");
  }
}
