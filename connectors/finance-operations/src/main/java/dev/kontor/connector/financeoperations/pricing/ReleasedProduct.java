package dev.kontor.connector.financeoperations.pricing;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What a released product says about prices (rules P1, R4, T1). A blank code is empty.
 *
 * @param salesPrice base price of {@code priceUnit} sales units, in the accounting currency
 * @param priceUnit positive
 * @param includedInTotalDiscount its <i>Total discount</i> flag
 * @param unitFactors sales units in one of another unit, by unit; needed only for lines in it
 */
public record ReleasedProduct(
    String itemNumber,
    BigDecimal salesPrice,
    BigDecimal priceUnit,
    String salesUnit,
    String lineDiscountGroup,
    String multilineDiscountGroup,
    boolean includedInTotalDiscount,
    Map<String, BigDecimal> unitFactors) {

  /**
   * @throws IllegalArgumentException if the price unit is not positive
   */
  public ReleasedProduct {
    unitFactors = Map.copyOf(unitFactors);
    if (priceUnit.signum() <= 0) {
      throw new IllegalArgumentException(
          "priceUnit of item "
              + itemNumber
              + " is "
              + priceUnit.toPlainString()
              + " but must be positive; give 1 for none");
    }
  }

  /**
   * Sales units in one {@code unit}.
   *
   * @throws IllegalArgumentException if the conversion is not known
   */
  BigDecimal factor(String unit) {
    if (unit.equals(salesUnit)) {
      return BigDecimal.ONE;
    }
    BigDecimal factor = unitFactors.get(unit);
    if (factor == null) {
      throw new IllegalArgumentException(
          "item "
              + itemNumber
              + " is sold in "
              + salesUnit
              + " and has no conversion for "
              + unit
              + "; read its unit conversions");
    }
    return factor;
  }
}
