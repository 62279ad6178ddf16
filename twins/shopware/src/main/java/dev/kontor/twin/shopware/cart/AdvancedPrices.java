package dev.kontor.twin.shopware.cart;

import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.search.Inheritance;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Prices by rule and quantity. */
final class AdvancedPrices {
  private final Inheritance inheritance;

  AdvancedPrices(Tables tables) {
    this.inheritance = new Inheritance(tables);
  }

  /**
   * The advanced price of the first rule that has any: the tiers by start, the first whose end (or
   * start, when open) is not below the quantity, else the last. So a list that begins at 10 holds
   * for a single piece too, and of overlapping tiers the lower one wins (Shopware's
   * ProductPriceCalculator and ProductCartProcessor::getPriceDefinition).
   */
  Optional<ObjectNode> of(ObjectNode product, int quantity, Buyer buyer) {
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
