package dev.kontor.connector.financeoperations.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Pieces of one article at one price. Finance & Operations computes the amount of a line as pieces
 * times price, rounded to the currency (finance-operations/contract.md §8), and a price has but so
 * many decimals: three pieces for 10.00 become two at 3.33 and one at 3.34.
 *
 * @param price of one piece, discounts taken off
 */
record Pieces(BigDecimal quantity, BigDecimal price) {

  /**
   * @param unitPrice before discounts; kept if it leads to the amount
   * @param digits of an amount
   * @param decimals of a price
   * @return empty if no price leads to the amount
   */
  static List<Pieces> costing(
      BigDecimal quantity, BigDecimal unitPrice, BigDecimal amount, int digits, int decimals) {
    BigDecimal stated = unitPrice.stripTrailingZeros();
    if (stated.scale() <= decimals && new Pieces(quantity, stated).is(amount, digits)) {
      return List.of(new Pieces(quantity, unitPrice));
    }
    BigDecimal price = amount.divide(quantity, decimals, RoundingMode.HALF_UP);
    if (new Pieces(quantity, price).is(amount, digits)) {
      return List.of(new Pieces(quantity, price));
    }
    return quantity.stripTrailingZeros().scale() <= 0 && digits <= decimals && quantity.signum() > 0
        ? split(quantity, amount, digits)
        : List.of();
  }

  /** Some pieces cost the smallest unit of the currency more. */
  private static List<Pieces> split(BigDecimal quantity, BigDecimal amount, int digits) {
    BigDecimal low = amount.divide(quantity, digits, RoundingMode.DOWN);
    BigDecimal unit = BigDecimal.ONE.movePointLeft(digits);
    BigDecimal dearer = amount.subtract(low.multiply(quantity)).movePointRight(digits);
    if (dearer.stripTrailingZeros().scale() > 0) {
      return List.of();
    }
    return List.of(
        new Pieces(quantity.subtract(dearer), low),
        new Pieces(dearer.setScale(0, RoundingMode.UNNECESSARY), low.add(unit)));
  }

  BigDecimal amount(int digits) {
    return quantity.multiply(price).setScale(digits, RoundingMode.HALF_UP);
  }

  private boolean is(BigDecimal amount, int digits) {
    return amount(digits).compareTo(amount) == 0;
  }
}
