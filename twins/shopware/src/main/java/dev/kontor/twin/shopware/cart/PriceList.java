package dev.kontor.twin.shopware.cart;

import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds a product's unit price: advanced price by quantity, else its own (contract §7). */
final class PriceList {
  private final AdvancedPrices advanced;

  PriceList(Tables tables) {
    this.advanced = new AdvancedPrices(tables);
  }

  /** Unrounded unit price in the buyer's currency; the product is complete with inheritance. */
  BigDecimal unit(ObjectNode product, int quantity, Buyer buyer, TaxStatus status) {
    JsonNode prices =
        advanced.of(product, quantity, buyer).map(p -> p.get("price")).orElse(product.get("price"));
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
}
