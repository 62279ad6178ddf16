package dev.kontor.twin.magento.cart;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rounds to cents as PHP does, away from zero at the half. */
final class Rounding {
  static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final int CENTS = 2;
  private static final int EXACT = 12;

  private Rounding() {}

  static BigDecimal cents(BigDecimal value) {
    return value.setScale(CENTS, RoundingMode.HALF_UP);
  }

  static BigDecimal divided(BigDecimal value, BigDecimal by) {
    return value.divide(by, EXACT, RoundingMode.HALF_UP);
  }

  /** The tax in a gross amount, or on a net one. */
  static BigDecimal tax(BigDecimal amount, BigDecimal percent, boolean gross) {
    return divided(amount.multiply(percent), gross ? HUNDRED.add(percent) : HUNDRED);
  }
}
