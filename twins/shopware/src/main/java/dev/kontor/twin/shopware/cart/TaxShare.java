package dev.kontor.twin.shopware.cart;

import java.math.BigDecimal;

/**
 * A tax rule of a price.
 *
 * @param rate percent
 * @param percentage part of the price that the rate applies to, percent
 */
public record TaxShare(BigDecimal rate, BigDecimal percentage) {
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  public static TaxShare whole(BigDecimal rate) {
    return new TaxShare(rate, ALL);
  }

  boolean sameRate(BigDecimal other) {
    return rate.compareTo(other) == 0;
  }
}
