package dev.kontor.twin.shopware.cart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A tax rule of a price.
 *
 * @param rate percent
 * @param percentage part of the price that the rate applies to, percent
 */
public record TaxShare(BigDecimal rate, BigDecimal percentage) {
  private static final BigDecimal ALL = BigDecimal.valueOf(100);
  // The shop prints percentages of split rules with twelve decimals.
  private static final int SCALE = 12;

  public static TaxShare whole(BigDecimal rate) {
    return new TaxShare(rate, ALL);
  }

  /**
   * The rates of a sum as shares of it; all zero unless the sum is positive, gross or net alike, so
   * that shipping of goods discounted to nothing stays untaxed (recorded order
   * zero-total-100-percent; Shopware's PercentageTaxRuleBuilder).
   */
  public static List<TaxShare> of(Price sum) {
    return sum.taxes().stream().map(t -> new TaxShare(t.rate(), percentage(t, sum))).toList();
  }

  private static BigDecimal percentage(Tax tax, Price sum) {
    return sum.total().signum() <= 0
        ? BigDecimal.ZERO
        : tax.price().multiply(ALL).divide(sum.total(), SCALE, RoundingMode.HALF_UP);
  }

  boolean sameRate(BigDecimal other) {
    return rate.compareTo(other) == 0;
  }
}
