package dev.kontor.connector.businesscentral.pricing;

import dev.kontor.connector.businesscentral.totals.Rounding;
import java.math.BigDecimal;

/**
 * A line of a sales price list, or a row of the legacy tables Sales Price and Sales Line Discount.
 * A blank code is empty, as in Business Central.
 *
 * @param variantCode blank for every variant
 * @param currencyCode blank for local currency
 * @param unitOfMeasureCode blank for the base unit, then also for every other unit
 * @param minimumQuantity in base units if the unit of measure is blank, else in that unit (rule 7)
 * @param unitPrice not looked at in a discount line
 * @param lineDiscountPercent 0 to 100, not looked at in a price line
 * @param vatBusinessGroup VAT Bus. Posting Gr. (Price), needed if the price includes VAT
 */
public record PriceListLine(
    PriceListKey key,
    PriceSource source,
    PriceAsset asset,
    String variantCode,
    String currencyCode,
    String unitOfMeasureCode,
    BigDecimal minimumQuantity,
    Period period,
    AmountType amountType,
    BigDecimal unitPrice,
    BigDecimal lineDiscountPercent,
    boolean allowLineDiscount,
    boolean allowInvoiceDiscount,
    boolean priceIncludesVat,
    String vatBusinessGroup,
    PriceStatus status) {

  /**
   * @throws IllegalArgumentException if the discount is not between 0 and 100
   */
  public PriceListLine {
    if (lineDiscountPercent.signum() < 0 || lineDiscountPercent.compareTo(Rounding.HUNDRED) > 0) {
      throw new IllegalArgumentException(
          "lineDiscountPercent of price list line "
              + key
              + " is "
              + lineDiscountPercent.toPlainString()
              + "; Business Central allows 0 to 100");
    }
  }
}
