package dev.kontor.connector.financeoperations.pricing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How amounts are divided and rounded (rule C1). */
final class Money {

  static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final MathContext DIGITS = new MathContext(34, RoundingMode.HALF_UP);

  private Money() {}

  static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
    return dividend.divide(divisor, DIGITS);
  }

  /** The multiple of {@code precision} next to the quotient, half away from zero; rounded once. */
  static BigDecimal rounded(BigDecimal dividend, BigDecimal divisor, BigDecimal precision) {
    return dividend
        .divide(divisor.multiply(precision), 0, RoundingMode.HALF_UP)
        .multiply(precision);
  }

  static BigDecimal rounded(BigDecimal value, BigDecimal precision) {
    return rounded(value, BigDecimal.ONE, precision);
  }

  /** The percentage of what remains of 100. */
  static BigDecimal rest(BigDecimal percent) {
    return HUNDRED.subtract(percent);
  }
}
