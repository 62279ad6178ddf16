package dev.kontor.connector.financeoperations.pricing;

import java.math.BigDecimal;

/**
 * A discount on a line or an order.
 *
 * @param percent 0 to 100, of percent 1 and 2 together; more where agreements add up to more
 * @param amount in the order's currency: on a line off the price, so for as many units as the price
 *     is for; else off the order
 */
public record Discount(BigDecimal percent, BigDecimal amount) {

  public static final Discount NONE = new Discount(BigDecimal.ZERO, BigDecimal.ZERO);

  /** One percentage off what the other leaves: 10 and 5 are 14.5 (rule D3). */
  static BigDecimal successive(BigDecimal first, BigDecimal second) {
    return first.add(second).subtract(first.multiply(second).movePointLeft(2));
  }

  boolean isNone() {
    return percent.signum() == 0 && amount.signum() == 0;
  }
}
