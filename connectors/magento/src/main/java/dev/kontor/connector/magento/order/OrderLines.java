package dev.kontor.connector.magento.order;

import dev.kontor.model.Amount;
import dev.kontor.model.LineKind;
import dev.kontor.model.OrderLine;
import dev.kontor.model.PriceBasis;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * All lines of an order in the model: articles with their discounts taken off, and shipping. They
 * sum to the order's total.
 */
final class OrderLines {

  private OrderLines() {}

  /**
   * @throws dev.kontor.spi.FaultException if the lines do not explain the shop's total
   */
  static List<OrderLine> of(ShopOrder order) {
    List<OrderLine> lines = explained(order);
    OrderTotals.rounding(order, lines).ifPresent(lines::add);
    return lines;
  }

  /** Without what rounding leaves. */
  static List<OrderLine> explained(ShopOrder order) {
    PriceBasis basis = Basis.of(order);
    List<OrderLine> lines = new ArrayList<>();
    for (JsonNode row : order.rows().lines()) {
      lines.add(line(order, row, basis));
    }
    Shipping.line(order, basis).ifPresent(lines::add);
    return lines;
  }

  private static OrderLine line(ShopOrder order, JsonNode row, PriceBasis basis) {
    Sum sum = new Sum();
    for (JsonNode bearer : order.rows().bearers(row)) {
      sum.add(OrderRows.rate(bearer), amount(order.money(), bearer));
    }
    return new OrderLine(
        OrderRows.id(row),
        order.rows().heading(row),
        kind(row),
        Text.text(row.path("sku")),
        row.path("name").asString(""),
        OrderRows.pieces(row, "qty_ordered"),
        price(order.money(), row, basis),
        sum.total(),
        sum.shares(),
        LineOptions.of(order, row),
        Map.of());
  }

  /**
   * What was charged, discounts taken off: {@code row_total_incl_tax} less {@code tax_amount}, as
   * {@code row_total} takes a gross discount off a net amount and is clamped at zero
   * (magento/observed.md, More on orders).
   */
  static Amount amount(Money money, JsonNode row) {
    return Amount.ofGross(money.of(row, "row_total_incl_tax"), money.of(row, "tax_amount"));
  }

  static BigDecimal price(Money money, JsonNode row, PriceBasis basis) {
    boolean gross = basis == PriceBasis.GROSS && money.has(row, "price_incl_tax");
    return money.price(row, gross ? "price_incl_tax" : "price");
  }

  private static LineKind kind(JsonNode row) {
    return row.path("product_type").asString("").equals("giftcard")
        ? LineKind.GIFT_CARD
        : LineKind.GOODS;
  }
}
