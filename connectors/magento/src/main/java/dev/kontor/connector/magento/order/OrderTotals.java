package dev.kontor.connector.magento.order;

import dev.kontor.model.Amount;
import dev.kontor.model.LineKind;
import dev.kontor.model.OrderLine;
import dev.kontor.model.TaxShare;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The order's total as the shop states it, and whether its lines explain it. */
final class OrderTotals {

  private OrderTotals() {}

  static Amount total(ShopOrder order) {
    Amount stated = stated(order);
    return order.terms().rounded() ? Amount.ofGross(stated.gross(), lines(order).tax()) : stated;
  }

  private static Amount stated(ShopOrder order) {
    return Amount.ofGross(
        order.money().of(order.json(), "grand_total"),
        order.money().of(order.json(), "tax_amount"));
  }

  /** By rate, highest first; what is untaxed has the rate 0. Empty if nothing was charged. */
  static List<TaxShare> taxes(ShopOrder order) {
    Sum sum = new Sum();
    OrderLines.of(order).forEach(line -> sum.add(line.taxes()));
    return sum.shares().stream().filter(Sum::isSomething).toList();
  }

  private static Amount lines(ShopOrder order) {
    return sum(OrderLines.explained(order));
  }

  private static Amount sum(List<OrderLine> lines) {
    return lines.stream().map(OrderLine::amount).reduce(Amount.ZERO, Amount::plus);
  }

  /**
   * What rounding the lines leaves of the rounded total: at most half a cent for each line and tax.
   *
   * @throws dev.kontor.spi.FaultException if anything else is left: store credit, gift cards,
   *     wrapping and what extensions add are no lines of the order
   */
  static Optional<OrderLine> rounding(ShopOrder order, List<OrderLine> lines) {
    Amount total = stated(order);
    Amount sum = sum(lines);
    BigDecimal gross = total.gross().subtract(sum.gross());
    BigDecimal tax = total.tax().subtract(sum.tax());
    BigDecimal bound =
        order.terms().rounded()
            ? order.money().cent().multiply(BigDecimal.valueOf(lines.size()))
            : BigDecimal.ZERO;
    if (gross.abs().compareTo(bound) > 0 || tax.abs().compareTo(bound) > 0) {
      throw Unreadable.field(
          "grand_total",
          "is "
              + total.gross().toPlainString()
              + " with tax "
              + total.tax().toPlainString()
              + ", but lines and shipping come to "
              + sum.gross().toPlainString()
              + " with tax "
              + sum.tax().toPlainString()
              + "; enter by hand what the shop adds besides (store credit, gift card, an extension)");
    }
    return gross.signum() == 0 ? Optional.empty() : Optional.of(line(gross));
  }

  private static OrderLine line(BigDecimal gross) {
    Amount amount = Amount.ofGross(gross, BigDecimal.ZERO);
    return new OrderLine(
        "rounding",
        null,
        LineKind.FEE,
        null,
        "Rounding",
        BigDecimal.ONE,
        gross,
        amount,
        List.of(new TaxShare(BigDecimal.ZERO, amount)),
        List.of(),
        Map.of());
  }
}
