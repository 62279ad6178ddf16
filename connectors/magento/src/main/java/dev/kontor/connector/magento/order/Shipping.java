package dev.kontor.connector.magento.order;

import dev.kontor.model.Amount;
import dev.kontor.model.LineKind;
import dev.kontor.model.OrderLine;
import dev.kontor.model.PriceBasis;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What the buyer pays for shipping, its discount taken off. */
final class Shipping {

  static final String LINE = "shipping";

  private Shipping() {}

  static Optional<OrderLine> line(ShopOrder order, PriceBasis basis) {
    Amount amount = amount(order);
    if (amount.net().signum() == 0 && amount.tax().signum() == 0) {
      return Optional.empty();
    }
    String name = Text.text(order.json().path("shipping_description"));
    return Optional.of(
        new OrderLine(
            LINE,
            null,
            LineKind.SHIPPING,
            null,
            name == null ? "Shipping" : name,
            BigDecimal.ONE,
            amount.on(basis),
            amount,
            new Sum().add(rate(order, amount), amount).shares(),
            List.of(),
            Map.of()));
  }

  /** {@code shipping_amount} is before discount (magento/observed.md, More on orders). */
  private static Amount amount(ShopOrder order) {
    Money money = order.money();
    JsonNode json = order.json();
    // The base field's name is cut short in the shop's own tables.
    String compensation =
        order.terms().base()
            ? "shipping_discount_tax_compensation_amnt"
            : "shipping_discount_tax_compensation_amount";
    return Amount.ofNet(
        money
            .of(json, "shipping_amount")
            .subtract(money.of(json, "shipping_discount_amount"))
            .add(money.of(json, compensation)),
        money.of(json, "shipping_tax_amount"));
  }

  /** Of a charge taxed by several authorities, the sum of their rates, as in the rows. */
  static BigDecimal rate(ShopOrder order, Amount amount) {
    if (amount.tax().signum() == 0) {
      return BigDecimal.ZERO;
    }
    List<JsonNode> rates =
        order
            .attributes()
            .path("item_applied_taxes")
            .valueStream()
            .filter(item -> item.path("type").asString("").equals("shipping"))
            .flatMap(item -> item.path("applied_taxes").valueStream())
            .map(tax -> tax.path("percent"))
            .toList();
    if (rates.isEmpty()) {
      throw Unreadable.field(
          "shipping_tax_amount",
          "is charged, but the order names no rate for it; read it with extension_attributes");
    }
    return rates.stream().map(OrderRows::plain).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
