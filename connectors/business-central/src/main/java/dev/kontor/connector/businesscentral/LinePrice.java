package dev.kontor.connector.businesscentral;

import dev.kontor.connector.businesscentral.totals.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Unit price and line discount amount that make Business Central's line amount equal to the shop's
 * to the last cent (business-central/totals.md rules 3 to 6).
 *
 * @param discount never negative, never above the line's gross
 */
record LinePrice(BigDecimal unitPrice, BigDecimal discount) {

  private static final int MOST_DECIMALS = 12;

  /**
   * @param unitPrice the shop's price of one piece before discounts
   * @param amount the line's amount after discounts, on the same price basis
   */
  static LinePrice of(
      BigDecimal quantity, BigDecimal unitPrice, BigDecimal amount, BigDecimal precision) {
    BigDecimal gross = Rounding.NEAREST.round(quantity.multiply(unitPrice), precision);
    BigDecimal discount = gross.subtract(amount);
    if (discount.signum() >= 0 && amount.signum() >= 0) {
      return new LinePrice(unitPrice, discount);
    }
    return new LinePrice(exact(quantity, amount, precision), BigDecimal.ZERO);
  }

  /** The shortest price whose extension rounds to the amount: the unit price is never rounded. */
  private static BigDecimal exact(BigDecimal quantity, BigDecimal amount, BigDecimal precision) {
    for (int decimals = 2; decimals < MOST_DECIMALS; decimals++) {
      BigDecimal price = amount.divide(quantity, decimals, RoundingMode.HALF_UP);
      if (Rounding.NEAREST.round(quantity.multiply(price), precision).compareTo(amount) == 0) {
        return price;
      }
    }
    return amount.divide(quantity, MOST_DECIMALS, RoundingMode.HALF_UP);
  }
}
