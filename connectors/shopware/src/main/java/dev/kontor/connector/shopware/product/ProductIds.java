package dev.kontor.connector.shopware.product;

import dev.kontor.connector.shopware.api.Criteria;
import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.connector.shopware.api.ShopwareApi;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import tools.jackson.databind.JsonNode;

/** Article number to product id, variants included; remembers what it found. */
public final class ProductIds {

  private final ShopwareApi api;

  /** The shop ignores case in article numbers. */
  private final Map<String, String> known =
      new ConcurrentSkipListMap<>(String.CASE_INSENSITIVE_ORDER);

  public ProductIds(ShopwareApi api) {
    this.api = api;
  }

  /** Unknown numbers are left out; what is not remembered is asked for in one call per 500. */
  public Map<String, String> of(Collection<String> numbers) {
    Criteria.pages(numbers.stream().filter(number -> !known.containsKey(number)).toList())
        .forEach(this::ask);
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
    Criteria criteria =
        new Criteria(Criteria.MAX_LIMIT)
            .anyOf("productNumber", numbers)
            .include("product", List.of("id", "productNumber"));
    for (JsonNode row : api.search("product", criteria)) {
      known.put(ShopRow.text(row, "productNumber"), ShopRow.id(row));
    }
  }
}
