package dev.kontor.twin.businesscentral.sales;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Unit prices between net and gross, rounded to the unit-amount precision (totals.md rule 27). */
final class PriceConversion {
  private static final int UNIT_DECIMALS = 5;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private PriceConversion() {}

  /** Net to gross, or gross to net. */
  static BigDecimal converted(BigDecimal price, BigDecimal percent, boolean toGross) {
    BigDecimal whole = HUNDRED.add(percent);
    BigDecimal exact =
        toGross
            ? price.multiply(whole).divide(HUNDRED, MathContext.DECIMAL128)
            : price.multiply(HUNDRED).divide(whole, MathContext.DECIMAL128);
    BigDecimal rounded = exact.setScale(UNIT_DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}
