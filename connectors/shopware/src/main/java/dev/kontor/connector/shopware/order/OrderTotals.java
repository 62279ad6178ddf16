package dev.kontor.connector.shopware.order;

import dev.kontor.model.Amount;
import dev.kontor.model.TaxShare;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The order's total as the shop states it. */
final class OrderTotals {

  private OrderTotals() {}

  /** Gross is what the buyer pays; in net orders too, {@code totalPrice} includes the tax. */
  static Amount total(JsonNode order) {
    PriceReader prices = PriceReader.of(order);
    BigDecimal tax = prices.zero();
    for (TaxShare share : taxes(order)) {
      tax = tax.add(share.amount().tax());
    }
    BigDecimal gross = prices.money(order.path("price").path("totalPrice"), "price.totalPrice");
    return Amount.ofGross(gross, tax);
  }

  static List<TaxShare> taxes(JsonNode order) {
    return PriceReader.of(order).shares(order.path("price").path("calculatedTaxes"), "price");
  }
}
