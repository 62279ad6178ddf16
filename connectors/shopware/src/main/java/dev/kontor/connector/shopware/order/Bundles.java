package dev.kontor.connector.shopware.order;

import static dev.kontor.connector.shopware.order.Text.text;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Lines that belong to another line, so that no price counts twice. A parent without article number
 * whose components make up its price is only a heading and is left out; any other parent carries
 * the price and its components none (shopware/contract.md §6, container lines).
 */
final class Bundles {

  private final Map<String, JsonNode> parents = new HashMap<>();
  private final Map<String, Boolean> headings = new HashMap<>();

  private Bundles() {}

  static Bundles of(JsonNode order, PriceReader prices) {
    Bundles bundles = new Bundles();
    Map<String, JsonNode> byId = new HashMap<>();
    Map<String, BigDecimal> components = new HashMap<>();
    for (JsonNode item : order.path("lineItems")) {
      byId.put(item.path("id").asString(""), item);
    }
    for (JsonNode item : order.path("lineItems")) {
      JsonNode parent = byId.get(item.path("parentId").asString(""));
      if (parent != null) {
        bundles.parents.put(item.path("id").asString(""), parent);
        components.merge(parent.path("id").asString(""), price(item, prices), BigDecimal::add);
      }
    }
    components.forEach((id, sum) -> bundles.headings.put(id, isHeading(byId.get(id), sum, prices)));
    return bundles;
  }

  private static boolean isHeading(@Nullable JsonNode parent, BigDecimal sum, PriceReader prices) {
    return parent != null
        && OrderLines.sku(parent) == null
        && price(parent, prices).compareTo(sum) == 0;
  }

  private static BigDecimal price(JsonNode item, PriceReader prices) {
    return prices.money(item.path("price").path("totalPrice"), "lineItems.price.totalPrice");
  }

  boolean isHeading(JsonNode item) {
    return headings.getOrDefault(item.path("id").asString(""), false);
  }

  boolean isIncludedInParent(JsonNode item) {
    JsonNode parent = parents.get(item.path("id").asString(""));
    return parent != null && (!isHeading(parent) || isIncludedInParent(parent));
  }

  /** Id of the line it belongs to, null if that line is left out. */
  @Nullable String parentOf(JsonNode item) {
    JsonNode parent = parents.get(item.path("id").asString(""));
    return parent == null || isHeading(parent) ? null : text(parent.path("id"));
  }
}
