package dev.kontor.connector.shopware.order;

import static dev.kontor.connector.shopware.order.Text.text;

import dev.kontor.model.Amount;
import dev.kontor.model.LineKind;
import dev.kontor.model.OrderLine;
import dev.kontor.model.TaxShare;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a buyer pays besides the lines: shipping, and rounding of the total to cash. */
final class Charges {

  private Charges() {}

  /** A shipping promotion is a further delivery with negative costs (shopware/observed.md). */
  static Optional<OrderLine> shipping(JsonNode delivery, PriceReader prices) {
    String id = delivery.path("id").asString("");
    PriceReader.Priced priced =
        prices.priced(delivery.path("shippingCosts"), "deliveries." + id + ".shippingCosts");
    BigDecimal price = priced.amount().on(prices.basis());
    if (price.signum() == 0 && priced.amount().tax().signum() == 0) {
      return Optional.empty();
    }
    return Optional.of(charge(id, LineKind.SHIPPING, shippingName(delivery), price, priced));
  }

  private static String shippingName(JsonNode delivery) {
    JsonNode method = delivery.path("shippingMethod");
    String name = text(method.path("translated").path("name"));
    String plain = name == null ? text(method.path("name")) : name;
    return plain == null ? "Shipping" : plain;
  }

  /** The shop may round the total to 0.05 after the lines are summed: rawTotal to totalPrice. */
  static Optional<OrderLine> rounding(JsonNode order, PriceReader prices) {
    JsonNode price = order.path("price");
    if (!price.path("rawTotal").isNumber()) {
      return Optional.empty();
    }
    BigDecimal difference =
        prices
            .money(price.path("totalPrice"), "price.totalPrice")
            .subtract(prices.money(price.path("rawTotal"), "price.rawTotal"));
    if (difference.signum() == 0) {
      return Optional.empty();
    }
    Amount amount = new Amount(difference, prices.zero(), difference);
    PriceReader.Priced priced =
        new PriceReader.Priced(amount, List.of(new TaxShare(BigDecimal.ZERO, amount)));
    String id = order.path("id").asString("") + "-rounding";
    return Optional.of(charge(id, LineKind.FEE, "Rounding", difference, priced));
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
