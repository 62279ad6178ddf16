package dev.kontor.connector.shopware.product;

import dev.kontor.connector.shopware.api.Criteria;
import dev.kontor.connector.shopware.api.ShopwareApi;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** Article number to product id, variants included; remembers what it found. */
public final class ProductIds {

  private final ShopwareApi api;
  private final Map<String, String> known = new ConcurrentHashMap<>();

  public ProductIds(ShopwareApi api) {
    this.api = api;
  }

  /** Unknown numbers are left out; what is not remembered is asked for in one call per 500. */
  public Map<String, String> of(Collection<String> numbers) {
    Set<String> unknown = new LinkedHashSet<>(numbers);
    unknown.removeAll(known.keySet());
    List<String> asked = new ArrayList<>(unknown);
    for (int from = 0; from < asked.size(); from += Criteria.MAX_LIMIT) {
      ask(asked.subList(from, Math.min(asked.size(), from + Criteria.MAX_LIMIT)));
    }
    Map<String, String> ids = new HashMap<>();
    for (String number : numbers) {
      String id = known.get(number);
      if (id != null) {
        ids.put(number, id);
      }
    }
    return ids;
  }

  /** The product behind a remembered id has gone; it may come back under another. */
  public void forget(String number) {
    known.remove(number);
  }

  private void ask(List<String> numbers) {
    JsonNode rows =
        api.search(
            "product",
            new Criteria(Criteria.MAX_LIMIT)
                .anyOf("productNumber", numbers)
                .include("product", List.of("id", "productNumber")));
    for (JsonNode row : rows) {
      known.put(row.path("productNumber").asString(""), row.path("id").asString(""));
    }
  }
}
