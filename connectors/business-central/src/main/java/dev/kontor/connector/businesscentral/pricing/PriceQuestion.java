package dev.kontor.connector.businesscentral.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A sales line whose price is asked for (rule 1). A blank code is empty.
 *
 * @param campaign of the document's header
 * @param quantity in the line's unit of measure; its sign does not matter for the search
 * @param quantityPerUnit base units in one of the line's unit of measure
 * @param currencyCode blank for local currency
 * @param currencyFactor of the header, document currency per local currency; 1 in local currency
 * @param date as of which is priced, in the company's calendar ({@link DocumentDates})
 * @param pricesIncludeVat of the header
 * @param vatPercent of the line
 * @param vatProductGroup of the line, to find what VAT a price contains
 */
public record PriceQuestion(
    Audience audience,
    String campaign,
    String itemNo,
    String variantCode,
    String unitOfMeasureCode,
    BigDecimal quantity,
    BigDecimal quantityPerUnit,
    String currencyCode,
    BigDecimal currencyFactor,
    LocalDate date,
    boolean pricesIncludeVat,
    BigDecimal vatPercent,
    TaxCalculation calculation,
    String vatProductGroup,
    PriorPrice prior,
    RoundingTerms rounding) {

  /**
   * @throws IllegalArgumentException where Business Central refuses the line: quantity per unit or
   *     currency factor is not positive
   */
  public PriceQuestion {
    positive("quantityPerUnit", quantityPerUnit, "give the base units in one " + unitOfMeasureCode);
    positive(
        "currencyFactor",
        currencyFactor,
        "give document currency per local currency, 1 if they are the same");
  }

  private static void positive(String field, BigDecimal value, String remedy) {
    if (value.signum() <= 0) {
      throw new IllegalArgumentException(
          field + " is " + value.toPlainString() + " but must be positive; " + remedy);
    }
  }

  PriceQuestion withQuantity(BigDecimal other) {
    return with(other, date);
  }

  PriceQuestion withDate(LocalDate other) {
    return with(quantity, other);
  }

  private PriceQuestion with(BigDecimal pieces, LocalDate day) {
    return new PriceQuestion(
        audience,
        campaign,
        itemNo,
        variantCode,
        unitOfMeasureCode,
        pieces,
        quantityPerUnit,
        currencyCode,
        currencyFactor,
        day,
        pricesIncludeVat,
        vatPercent,
        calculation,
        vatProductGroup,
        prior,
        rounding);
  }
}
