package dev.kontor.connector.financeoperations.pricing;

import java.math.BigDecimal;

/**
 * What an agreement gives. Amounts are in the agreement's currency.
 *
 * @param amount of a price: for {@code priceUnit} units. Of a line or multiline discount: off the
 *     price, so also for as many units as the price is for. Of a total discount: off the order
 * @param priceUnit of a price, positive; not looked at in discounts
 * @param percent1 of a discount, 0 to 100
 * @param percent2 of a discount, 0 to 100, off what percent 1 leaves (rule D3)
 * @param charges price charges of a price (rule P10)
 * @param chargesInUnitPrice whether they become part of the price instead of the line
 */
public record AgreementTerms(
    BigDecimal amount,
    BigDecimal priceUnit,
    BigDecimal percent1,
    BigDecimal percent2,
    BigDecimal charges,
    boolean chargesInUnitPrice) {

  /**
   * @throws IllegalArgumentException if the price unit is not positive
   */
  public AgreementTerms {
    if (priceUnit.signum() <= 0) {
      throw new IllegalArgumentException(
          "priceUnit is " + priceUnit.toPlainString() + " but must be positive; give 1 for none");
    }
  }

  public static AgreementTerms price(BigDecimal amount, BigDecimal priceUnit) {
    return new AgreementTerms(
        amount, priceUnit, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, false);
  }

  public static AgreementTerms discount(
      BigDecimal amount, BigDecimal percent1, BigDecimal percent2) {
    return new AgreementTerms(amount, BigDecimal.ONE, percent1, percent2, BigDecimal.ZERO, false);
  }
}
