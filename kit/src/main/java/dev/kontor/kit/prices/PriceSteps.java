package dev.kontor.kit.prices;

import dev.kontor.model.Amount;
import dev.kontor.model.PriceBasis;
import dev.kontor.model.PriceSheet;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Quantity breaks as shops know them, with net, tax and gross.
 *
 * @param rate percent
 * @param unit what prices and taxes are multiples of, e.g. 0.01
 */
public record PriceSteps(PriceBasis basis, BigDecimal rate, BigDecimal unit) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * @param price a multiple of {@code unit}
   * @param list before discounts; shown only if it differs, rounded, from the price
   */
  public PriceSheet.Break step(BigDecimal from, BigDecimal price, BigDecimal list) {
    BigDecimal rounded = rounded(list);
    boolean discounted = rounded.compareTo(price) != 0;
    return new PriceSheet.Break(plain(from), amount(price), discounted ? amount(rounded) : null);
  }

  private Amount amount(BigDecimal price) {
    BigDecimal value = plain(price);
    BigDecimal base = basis == PriceBasis.GROSS ? HUNDRED.add(rate) : HUNDRED;
    BigDecimal tax = plain(rounded(value.multiply(rate).divide(base, MathContext.DECIMAL128)));
    return basis == PriceBasis.GROSS ? Amount.ofGross(value, tax) : Amount.ofNet(value, tax);
  }

  private BigDecimal rounded(BigDecimal value) {
    return value
        .divide(unit, MathContext.DECIMAL128)
        .setScale(0, RoundingMode.HALF_UP)
        .multiply(unit);
  }

  /** One form of each number, so that equal prices are equal texts. */
  public static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
