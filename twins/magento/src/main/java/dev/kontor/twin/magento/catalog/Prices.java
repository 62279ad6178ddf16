package dev.kontor.twin.magento.catalog;

import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a product costs a buyer: the least of its price, its special price and its tier prices. */
public final class Prices {
  /** Stands for every customer group. */
  static final long ALL_GROUPS = 32000;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int CENTS = 2;

  private final Tables tables;

  public Prices(Tables tables) {
    this.tables = tables;
  }

  /** In base currency, net or gross as the catalogue's prices are. */
  public BigDecimal of(ObjectNode product, long group, BigDecimal qty) {
    BigDecimal price = Row.amount(product, "price");
    BigDecimal least = SpecialPrice.of(product).or(price, tables.now());
    for (JsonNode tier : product.path("_tiers")) {
      long of = Row.number(tier, "customer_group_id");
      if ((of == ALL_GROUPS || of == group) && Row.amount(tier, "qty").compareTo(qty) <= 0) {
        least = least.min(tierPrice(tier, price));
      }
    }
    return least;
  }

  private static BigDecimal tierPrice(JsonNode tier, BigDecimal price) {
    if (tier.hasNonNull("percentage_value")) {
      BigDecimal kept = HUNDRED.subtract(Row.amount(tier, "percentage_value"));
      return price.multiply(kept).divide(HUNDRED, CENTS, RoundingMode.HALF_UP);
    }
    return Row.amount(tier, "value");
  }
}
