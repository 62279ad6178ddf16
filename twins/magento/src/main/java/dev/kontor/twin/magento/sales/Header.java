package dev.kontor.twin.magento.sales;

import dev.kontor.twin.magento.cart.Line;
import dev.kontor.twin.magento.cart.Shipping;
import dev.kontor.twin.magento.data.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The totals of an order: what its lines and its shipping come to. */
final class Header {
  private static final int CENTS = 2;

  private final List<Line> priced;
  private final Shipping shipping;

  Header(List<Line> priced, Shipping shipping) {
    this.priced = priced;
    this.shipping = shipping;
  }

  void write(ObjectNode order) {
    totals(order, Line::sums, shipping.sums(), "");
    totals(order, Line::base, shipping.base(), "base_");
  }

  private void totals(
      ObjectNode order, Function<Line, Line.Sums> of, Line.Sums ship, String prefix) {
    BigDecimal subtotal = sum(of, Line.Sums::rowTotal);
    BigDecimal tax = sum(of, Line.Sums::tax).add(ship.tax());
    BigDecimal discount = sum(of, Line.Sums::discount).add(ship.discount());
    BigDecimal compensation = sum(of, Line.Sums::compensation);
    BigDecimal grand =
        subtotal
            .add(tax)
            .add(ship.rowTotal())
            .add(compensation)
            .add(ship.compensation())
            .subtract(discount);
    Row.put(order, prefix + "subtotal", subtotal);
    Row.put(order, prefix + "subtotal_incl_tax", sum(of, Line.Sums::rowTotalInclTax));
    Row.put(order, prefix + "discount_amount", discount.negate());
    Row.put(order, prefix + "discount_tax_compensation_amount", compensation);
    Row.put(order, prefix + "tax_amount", tax);
    Row.put(order, prefix + "grand_total", grand);
    Row.put(order, prefix + "total_due", grand.setScale(CENTS, RoundingMode.HALF_UP));
    Row.put(order, prefix + "shipping_amount", ship.rowTotal());
    Row.put(order, prefix + "shipping_incl_tax", ship.rowTotalInclTax());
    Row.put(order, prefix + "shipping_tax_amount", ship.tax());
    Row.put(order, prefix + "shipping_discount_amount", ship.discount());
    String rest = "shipping_discount_tax_compensation_amount";
    Row.put(order, prefix.isEmpty() ? rest : Row.base(rest), ship.compensation());
  }

  private BigDecimal sum(Function<Line, Line.Sums> of, Function<Line.Sums, BigDecimal> amount) {
    Stream<BigDecimal> amounts = priced.stream().map(of).map(amount);
    return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
