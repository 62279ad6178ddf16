package dev.kontor.connector.shopware.order;

import static dev.kontor.connector.shopware.order.Text.text;

import dev.kontor.model.LineKind;
import dev.kontor.model.OrderLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a buyer pays for shipping, and how any charge besides the lines becomes one. */
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

  /** The line of a charge; none of the shop's lines stands for it. */
  static OrderLine charge(
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
        List.of(),
        Map.of());
  }
}
