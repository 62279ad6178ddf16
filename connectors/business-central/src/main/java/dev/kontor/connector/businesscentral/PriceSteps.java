package dev.kontor.connector.businesscentral;

import dev.kontor.connector.businesscentral.pricing.QuantityBreak;
import dev.kontor.connector.businesscentral.totals.Rounding;
import dev.kontor.model.Amount;
import dev.kontor.model.PriceBasis;
import dev.kontor.model.PriceSheet;
import java.math.BigDecimal;
import java.math.MathContext;

/** A quantity break as shops know it, with net, tax and gross. */
final class PriceSteps {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private PriceSteps() {}

  static PriceSheet.Break step(
      QuantityBreak step, PriceBasis basis, BigDecimal rate, BigDecimal unit) {
    BigDecimal list = Rounding.NEAREST.round(step.answer().unitPrice(), unit);
    boolean discounted = list.compareTo(step.price()) != 0;
    return new PriceSheet.Break(
        plain(step.minimumQuantity()),
        amount(step.price(), basis, rate, unit),
        discounted ? amount(list, basis, rate, unit) : null);
  }

  private static Amount amount(
      BigDecimal price, PriceBasis basis, BigDecimal rate, BigDecimal unit) {
    BigDecimal value = plain(price);
    BigDecimal whole = HUNDRED.add(rate);
    return switch (basis) {
      case GROSS ->
          Amount.ofGross(
              value,
              plain(
                  Rounding.NEAREST.round(
                      value.multiply(rate).divide(whole, MathContext.DECIMAL128), unit)));
      case NET, TAX_FREE ->
          Amount.ofNet(
              value,
              plain(
                  Rounding.NEAREST.round(
                      value.multiply(rate).divide(HUNDRED, MathContext.DECIMAL128), unit)));
    };
  }

  /** One form of each number, so that equal prices are equal texts. */
  static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
