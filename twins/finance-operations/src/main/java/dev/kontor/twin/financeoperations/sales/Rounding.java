package dev.kontor.twin.financeoperations.sales;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** How amounts are rounded and divided. */
public final class Rounding {
  private static final int DIGITS = 16;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Rounding() {}

  /** To the currency's smallest coin, half up. */
  public static BigDecimal amount(BigDecimal value, String currency) {
    return value.setScale(
        Currency.getInstance(currency).getDefaultFractionDigits(), RoundingMode.HALF_UP);
  }

  public static BigDecimal divide(BigDecimal value, BigDecimal by) {
    return value.divide(by, DIGITS, RoundingMode.HALF_UP);
  }

  /** What remains of 1 after these percent. */
  public static BigDecimal rest(BigDecimal percent) {
    return BigDecimal.ONE.subtract(share(percent));
  }

  /** These percent of 1. */
  public static BigDecimal share(BigDecimal percent) {
    return percent.divide(HUNDRED);
  }
}
