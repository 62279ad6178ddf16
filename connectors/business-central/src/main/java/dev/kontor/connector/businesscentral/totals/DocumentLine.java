package dev.kontor.connector.businesscentral.totals;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A sales line as it is written.
 *
 * @param unitPrice any number of decimals; including VAT if the document's prices do
 * @param vatPercent e.g. 19
 * @param vatIdentifier lines are summed per identifier
 * @param discountPercent null if the discount is an amount
 * @param discountAmount null if there is none or it is a percentage
 * @param quantityToInvoice null for the whole quantity
 */
public record DocumentLine(
    BigDecimal quantity,
    BigDecimal unitPrice,
    BigDecimal vatPercent,
    String vatIdentifier,
    VatCalculation calculation,
    @Nullable BigDecimal discountPercent,
    @Nullable BigDecimal discountAmount,
    boolean allowInvoiceDiscount,
    @Nullable BigDecimal quantityToInvoice) {

  /** A line that is invoiced whole, with its discount as an amount. */
  public static DocumentLine of(
      BigDecimal quantity,
      BigDecimal unitPrice,
      BigDecimal discountAmount,
      BigDecimal vatPercent,
      String vatIdentifier,
      VatCalculation calculation) {
    return new DocumentLine(
        quantity,
        unitPrice,
        vatPercent,
        vatIdentifier,
        calculation,
        null,
        discountAmount,
        true,
        null);
  }

  /** Rule 9: reverse charge counts with 0 % on sales. */
  BigDecimal effectivePercent() {
    return calculation == VatCalculation.REVERSE ? BigDecimal.ZERO : vatPercent;
  }

  /** Line amount of the whole quantity (rules 4 and 5). */
  public BigDecimal lineAmount(BigDecimal precision) {
    BigDecimal gross = gross(quantity, precision);
    return gross.subtract(discount(gross, precision));
  }

  /** Line amount of what is invoiced now (rule 22). */
  BigDecimal lineAmountToInvoice(BigDecimal precision) {
    if (invoicedWhole()) {
      return lineAmount(precision);
    }
    BigDecimal part = gross(toInvoice(), precision);
    BigDecimal percent = storedPercent(precision);
    return part.subtract(Rounding.NEAREST.round(Rounding.percentOf(part, percent), precision));
  }

  BigDecimal toInvoice() {
    return quantityToInvoice == null ? quantity : quantityToInvoice;
  }

  boolean invoicedWhole() {
    return toInvoice().compareTo(quantity) == 0;
  }

  private BigDecimal gross(BigDecimal pieces, BigDecimal precision) {
    return Rounding.NEAREST.round(pieces.multiply(unitPrice), precision);
  }

  private BigDecimal discount(BigDecimal gross, BigDecimal precision) {
    if (discountPercent != null) {
      return Rounding.NEAREST.round(Rounding.percentOf(gross, discountPercent), precision);
    }
    return discountAmount == null
        ? BigDecimal.ZERO
        : Rounding.NEAREST.round(discountAmount, precision);
  }

  /** Rule 5: a discount written as an amount leaves a percentage of five decimals behind. */
  private BigDecimal storedPercent(BigDecimal precision) {
    if (discountPercent != null) {
      return discountPercent;
    }
    BigDecimal gross = gross(quantity, precision);
    return gross.signum() == 0
        ? BigDecimal.ZERO
        : Rounding.NEAREST.round(
            discount(gross, precision).multiply(Rounding.HUNDRED).divide(gross, Rounding.AL),
            Rounding.PERCENT_PRECISION);
  }
}
