package dev.kontor.twin.businesscentral.totals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What holds for all lines of a document.
 *
 * @param precision smallest amount of the currency, for example 0.01
 * @param vatRounding HALF_UP nearest, UP away from zero, DOWN towards zero
 */
public record Terms(boolean pricesIncludeVat, BigDecimal precision, RoundingMode vatRounding) {
  static final MathContext DIGITS = new MathContext(28);
  static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** A currency with cents and VAT rounded to the nearest. */
  public static Terms cents(boolean pricesIncludeVat) {
    return new Terms(pricesIncludeVat, new BigDecimal("0.01"), RoundingMode.HALF_UP);
  }

  /** To the nearest multiple of the precision, half away from zero (totals.md rule 1). */
  public BigDecimal round(BigDecimal amount) {
    return round(amount, precision, RoundingMode.HALF_UP);
  }

  /** To the nearest multiple, half away from zero, without needless zeros. */
  public static BigDecimal rounded(BigDecimal amount, BigDecimal precision) {
    BigDecimal rounded = round(amount, precision, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }

  BigDecimal roundVat(BigDecimal amount) {
    return round(amount, precision, vatRounding);
  }

  static BigDecimal round(BigDecimal amount, BigDecimal precision, RoundingMode mode) {
    return amount.divide(precision, MathContext.DECIMAL128).setScale(0, mode).multiply(precision);
  }

  static BigDecimal ratio(BigDecimal amount, BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0 ? BigDecimal.ZERO : amount.multiply(part).divide(whole, DIGITS);
  }
}
