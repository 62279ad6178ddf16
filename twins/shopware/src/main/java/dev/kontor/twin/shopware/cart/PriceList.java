package dev.kontor.twin.shopware.cart;

import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.search.Inheritance;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds a product's unit price: advanced price by quantity, else its own (contract §7). */
final class PriceList {
  private final Inheritance inheritance;

  PriceList(Tables tables) {
    this.inheritance = new Inheritance(tables);
  }

  /** Unrounded unit price in the buyer's currency; the product is complete with inheritance. */
  BigDecimal unit(ObjectNode product, int quantity, Buyer buyer, TaxStatus status) {
    JsonNode prices =
        advanced(product, quantity, buyer).map(p -> p.get("price")).orElse(product.get("price"));
    return amount(prices, buyer, status);
  }

  /** The amount of a price list entry: the currency's own, else the default times its factor. */
  static BigDecimal amount(JsonNode prices, Buyer buyer, TaxStatus status) {
    String field = status == TaxStatus.GROSS ? "gross" : "net";
    return entry(prices, buyer.currencyId())
        .map(p -> Values.decimal(p.get(field)))
        .orElseGet(
            () ->
                entry(prices, Values.EURO)
                    .map(p -> Values.decimal(p.get(field)).multiply(buyer.factor()))
                    .orElse(BigDecimal.ZERO));
  }

  private static Optional<JsonNode> entry(JsonNode prices, String currencyId) {
    return prices
        .valueStream()
        .filter(p -> currencyId.equals(Values.text(p, "currencyId")))
        .findFirst();
  }

  /**
   * The advanced price of the first rule that has any: the tiers by start, the first whose end (or
   * start, when open) is not below the quantity, else the last. So a list that begins at 10 holds
   * for a single piece too, and of overlapping tiers the lower one wins (Shopware's
   * ProductPriceCalculator and ProductCartProcessor::getPriceDefinition).
   */
  private Optional<ObjectNode> advanced(ObjectNode product, int quantity, Buyer buyer) {
    List<ObjectNode> rows = inheritance.rows("product_price", product);
    for (String ruleId : buyer.ruleIds()) {
      List<ObjectNode> tiers =
          rows.stream()
              .filter(r -> ruleId.equals(Values.text(r, "ruleId")))
              .sorted(Comparator.comparingInt(r -> r.path("quantityStart").asInt(1)))
              .toList();
      if (!tiers.isEmpty()) {
        return tiers.stream()
            .filter(t -> quantity <= end(t))
            .findFirst()
            .or(() -> Optional.of(tiers.getLast()));
      }
    }
    return Optional.empty();
  }

  private static int end(ObjectNode tier) {
    return tier.path("quantityEnd").asInt(tier.path("quantityStart").asInt(1));
  }
}
