package dev.kontor.connector.businesscentral.totals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Rounds to multiples of a precision (totals.md rules 1 and 2). */
public enum Rounding {
  /** Half away from zero. */
  NEAREST(RoundingMode.HALF_UP),
  /** Away from zero. */
  UP(RoundingMode.UP),
  /** Towards zero. */
  DOWN(RoundingMode.DOWN);

  /** AL decimals carry 28 significant digits. */
  public static final MathContext AL = new MathContext(28, RoundingMode.HALF_UP);

  public static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  static final BigDecimal PERCENT_PRECISION = new BigDecimal("0.00001");

  private final RoundingMode mode;

  Rounding(RoundingMode mode) {
    this.mode = mode;
  }

  /** A multiple of {@code precision}, which may be 1, 0.05, 0.001 or anything else. */
  public BigDecimal round(BigDecimal value, BigDecimal precision) {
    return value.divide(precision, AL).setScale(0, mode).multiply(precision);
  }

  public static BigDecimal percentOf(BigDecimal value, BigDecimal percent) {
    return value.multiply(percent).divide(HUNDRED, AL);
  }

  /** {@code value x (1 - percent / 100)}, not rounded. */
  public static BigDecimal less(BigDecimal value, BigDecimal percent) {
    return value.subtract(percentOf(value, percent));
  }

  /** {@code 1 + percent / 100}. */
  static BigDecimal factor(BigDecimal percent) {
    return BigDecimal.ONE.add(percent.divide(HUNDRED, AL));
  }
}
