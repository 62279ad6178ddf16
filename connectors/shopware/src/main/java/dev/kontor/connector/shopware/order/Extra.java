package dev.kontor.connector.shopware.order;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Collects a document's custom fields and other native values as {@code extra.shopware.<name>}. */
public final class Extra {

  private Extra() {}

  /** Of an order. */
  static Map<String, Map<String, JsonNode>> of(JsonNode order) {
    return of(
        order.path("customFields"),
        Map.of(
            "affiliateCode", order.path("affiliateCode"),
            "campaignCode", order.path("campaignCode")));
  }

  /**
   * @param customFields an object, or an empty array where PHP wrote an empty map
   */
  public static Map<String, Map<String, JsonNode>> of(
      JsonNode customFields, Map<String, JsonNode> more) {
    Map<String, JsonNode> values = new HashMap<>();
    more.forEach((name, value) -> put(values, name, value));
    customFields.properties().forEach(p -> put(values, p.getKey(), p.getValue()));
    return values.isEmpty() ? Map.of() : Map.of("shopware", Map.copyOf(values));
  }

  private static void put(Map<String, JsonNode> values, String name, JsonNode value) {
    if (!value.isNull() && !value.isMissingNode()) {
      values.put(name, value);
    }
  }
}
