package dev.kontor.connector.magento.changes;

import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.api.SearchCriteria;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
    Map<String, JsonNode> quotes = quotes(ofCompanies);
    for (ObjectNode order : ofCompanies) {
      order.set(
          "company", companies.computeIfAbsent(company(order), id -> api.get("company/" + id)));
      JsonNode quote = quotes.get(quote(order));
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

  private static String quote(JsonNode order) {
    return order.path("quote_id").asString("");
  }

  /** By id; a quote that was only a cart is none. */
  private Map<String, JsonNode> quotes(List<ObjectNode> orders) {
    Set<String> ids =
        orders.stream()
            .map(OrderCompanies::quote)
            .filter(id -> !id.isEmpty())
            .collect(Collectors.toSet());
    Map<String, JsonNode> quotes = new HashMap<>();
    if (!ids.isEmpty()) {
      SearchCriteria criteria =
          new SearchCriteria(SearchCriteria.MAX_SIZE)
              .anyOf("entity_id", List.copyOf(ids))
              .only("id,extension_attributes");
      for (JsonNode cart : api.search("carts/search", criteria)) {
        JsonNode quote = cart.path("extension_attributes").path("negotiable_quote");
        if (quote.hasNonNull("quote_id")) {
          quotes.put(cart.path("id").asString(""), quote);
        }
      }
    }
    return quotes;
  }
}
