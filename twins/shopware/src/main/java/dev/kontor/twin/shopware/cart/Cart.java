package dev.kontor.twin.shopware.cart;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * A computed cart.
 *
 * @param shipping costs of each delivery; shipping discounts are further deliveries, negative
 * @param total all lines and shipping; taxes as horizontally or vertically rounded
 */
public record Cart(TaxStatus status, List<Line> lines, List<Price> shipping, Price total) {

  static Cart of(
      PriceCalculator calculator, boolean vertical, List<Line> lines, List<Price> shipping) {
    Price sum =
        Price.sum(Stream.concat(lines.stream().map(Line::price), shipping.stream()).toList());
    Price taxed =
        vertical
            ? new Price(sum.unit(), 1, sum.total(), calculator.vertical(sum), sum.shares())
            : sum;
    return new Cart(calculator.status(), lines, shipping, taxed);
  }

  public Price positions() {
    return Price.sum(lines.stream().map(Line::price).toList());
  }

  public Price shippingSum() {
    return Price.sum(shipping);
  }

  /** What the customer pays. */
  public BigDecimal gross() {
    return status == TaxStatus.NET ? total.total().add(total.taxTotal()) : total.total();
  }

  public BigDecimal net() {
    return status == TaxStatus.GROSS ? total.total().subtract(total.taxTotal()) : total.total();
  }
}
