package dev.kontor.connector.shopware.order;

import static dev.kontor.connector.shopware.order.Text.text;

import dev.kontor.model.Amount;
import dev.kontor.model.LineKind;
import dev.kontor.model.OrderLine;
import dev.kontor.model.TaxShare;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * All lines of an order in the model: articles, promotions, credits, custom lines, shipping, and
 * cash rounding where the shop rounds its total. They sum to the order's total.
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
      shipping(delivery, prices, lines);
    }
    rounding(order, prices, lines);
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

  /** A shipping promotion is a further delivery with negative costs (shopware/observed.md). */
  private static void shipping(JsonNode delivery, PriceReader prices, List<OrderLine> lines) {
    String id = delivery.path("id").asString("");
    PriceReader.Priced priced =
        prices.priced(delivery.path("shippingCosts"), "deliveries." + id + ".shippingCosts");
    BigDecimal price = priced.amount().on(prices.basis());
    if (price.signum() == 0 && priced.amount().tax().signum() == 0) {
      return;
    }
    lines.add(charge(id, LineKind.SHIPPING, shippingName(delivery), price, priced));
  }

  private static String shippingName(JsonNode delivery) {
    JsonNode method = delivery.path("shippingMethod");
    String name = text(method.path("translated").path("name"));
    String plain = name == null ? text(method.path("name")) : name;
    return plain == null ? "Shipping" : plain;
  }

  /** The shop may round the total to 0.05 after the lines are summed: rawTotal to totalPrice. */
  private static void rounding(JsonNode order, PriceReader prices, List<OrderLine> lines) {
    JsonNode price = order.path("price");
    if (!price.path("rawTotal").isNumber()) {
      return;
    }
    BigDecimal difference =
        prices
            .money(price.path("totalPrice"), "price.totalPrice")
            .subtract(prices.money(price.path("rawTotal"), "price.rawTotal"));
    if (difference.signum() != 0) {
      Amount amount = new Amount(difference, prices.zero(), difference);
      PriceReader.Priced priced =
          new PriceReader.Priced(amount, List.of(new TaxShare(BigDecimal.ZERO, amount)));
      String id = order.path("id").asString("") + "-rounding";
      lines.add(charge(id, LineKind.FEE, "Rounding", difference, priced));
    }
  }

  private static OrderLine charge(
      String id, LineKind kind, String name, BigDecimal price, PriceReader.Priced priced) {
    return new OrderLine(
        id,
        null,
        kind,
        null,
        name,
        BigDecimal.ONE,
        price,
        priced.amount(),
        priced.taxes(),
        Map.of());
  }
}
