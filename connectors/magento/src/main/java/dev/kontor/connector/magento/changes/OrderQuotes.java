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

/** The negotiated quotes that orders were placed from, in one call. */
record OrderQuotes(MagentoApi api) {

  static String id(JsonNode order) {
    return order.path("quote_id").asString("");
  }

  /** By id; a quote that was only a cart is none. */
  Map<String, JsonNode> of(List<ObjectNode> orders) {
    Set<String> ids =
        orders.stream()
            .map(OrderQuotes::id)
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
