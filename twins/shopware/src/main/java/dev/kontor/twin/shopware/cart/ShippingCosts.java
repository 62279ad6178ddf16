package dev.kontor.twin.shopware.cart;

import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/** Shipping costs by goods value, taxed with the shares of the lines' rates. */
final class ShippingCosts {
  private final Tables tables;

  ShippingCosts(Tables tables) {
    this.tables = tables;
  }

  /** Unrounded costs of a shipping method for goods of this value, both in the buyer's currency. */
  BigDecimal of(String shippingMethodId, BigDecimal goods, Buyer buyer, TaxStatus status) {
    BigDecimal value = goods.divide(buyer.factor(), java.math.MathContext.DECIMAL64);
    return tables.where("shipping_method_price", "shippingMethodId", shippingMethodId).stream()
        .filter(r -> covers(r, value))
        .findFirst()
        .map(r -> PriceList.amount(r.get("currencyPrice"), buyer, status))
        .orElse(BigDecimal.ZERO);
  }

  private static boolean covers(ObjectNode row, BigDecimal goods) {
    boolean open = row.path("quantityEnd").isMissingNode() || row.path("quantityEnd").isNull();
    return goods.compareTo(Values.decimal(row.get("quantityStart"))) >= 0
        && (open || goods.compareTo(Values.decimal(row.get("quantityEnd"))) <= 0);
  }
}
