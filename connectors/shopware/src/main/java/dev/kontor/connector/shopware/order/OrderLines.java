package dev.kontor.connector.shopware.order;

import static dev.kontor.connector.shopware.order.Text.text;

import dev.kontor.model.LineKind;
import dev.kontor.model.OrderLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * All lines of an order in the model: articles, promotions, credits, custom lines and charges. They
 * sum to the order's total.
 */
final class OrderLines {

  private OrderLines() {}

  static List<OrderLine> of(JsonNode order) {
    PriceReader prices = PriceReader.of(order);
    Bundles bundles = Bundles.of(order, prices);
    List<OrderLine> lines = new ArrayList<>();
    for (JsonNode item : items(order)) {
      if (!bundles.isHeading(item)) {
        lines.add(line(item, prices, bundles));
      }
    }
    for (JsonNode delivery : order.path("deliveries")) {
      Charges.shipping(delivery, prices).ifPresent(lines::add);
    }
    CashRounding.of(order, prices).ifPresent(lines::add);
    return lines;
  }

  private static List<JsonNode> items(JsonNode order) {
    List<JsonNode> items = new ArrayList<>();
    order.path("lineItems").forEach(items::add);
    items.sort(Comparator.comparingInt(item -> item.path("position").asInt(0)));
    return items;
  }

  private static OrderLine line(JsonNode item, PriceReader prices, Bundles bundles) {
    String field = "lineItems." + item.path("id").asString("?") + ".price";
    JsonNode price = item.path("price");
    boolean included = bundles.isIncludedInParent(item);
    PriceReader.Priced priced =
        included
            ? new PriceReader.Priced(prices.amount(prices.zero(), prices.zero()), List.of())
            : prices.priced(price, field);
    return new OrderLine(
        item.path("id").asString(""),
        bundles.parentOf(item),
        kind(item),
        sku(item),
        item.path("label").asString(""),
        item.path("quantity").decimalValue(),
        included ? prices.zero() : prices.money(price.path("unitPrice"), field + ".unitPrice"),
        priced.amount(),
        priced.taxes(),
        List.of(),
        extra(item));
  }

  private static LineKind kind(JsonNode item) {
    return switch (item.path("type").asString("")) {
      case "product" -> LineKind.GOODS;
      case "promotion", "discount" -> LineKind.PROMOTION;
      case "credit" -> LineKind.CREDIT;
      default -> sku(item) == null ? LineKind.CUSTOM : LineKind.GOODS;
    };
  }

  /** Kept in the line's payload, so it outlives the product (shopware/observed.md, Stock). */
  static @Nullable String sku(JsonNode item) {
    String kept = text(item.path("payload").path("productNumber"));
    return kept == null ? text(item.path("product").path("productNumber")) : kept;
  }

  private static Map<String, Map<String, JsonNode>> extra(JsonNode item) {
    return Extra.of(item.path("payload").path("customFields"), Map.of("code", code(item)));
  }

  private static JsonNode code(JsonNode item) {
    return item.path("payload").path("code");
  }
}
