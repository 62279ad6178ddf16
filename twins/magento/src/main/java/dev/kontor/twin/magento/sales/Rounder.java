package dev.kontor.twin.magento.sales;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Rounds the amounts of one document, each carrying on what the one before left over; discounts
 * carry it the other way round (Magento's Framework/Math/../Sales Calculator, deltaRound).
 */
final class Rounder {
  private static final int CENTS = 2;
  private static final int EXACT = 12;

  private BigDecimal left = BigDecimal.ZERO;

  /** {@code amount / of * qty}, in cents. */
  BigDecimal share(BigDecimal amount, BigDecimal of, BigDecimal qty, boolean negative) {
    BigDecimal exact = amount.multiply(qty).divide(of, EXACT, RoundingMode.HALF_UP);
    if (exact.signum() == 0) {
      return exact;
    }
    BigDecimal carried = exact.add(negative ? left.negate() : left);
    BigDecimal rounded =
        carried.setScale(EXACT - 2, RoundingMode.HALF_UP).setScale(CENTS, RoundingMode.HALF_UP);
    BigDecimal rest = carried.subtract(rounded);
    left = negative ? rest.negate() : rest;
    return rounded;
  }
}
