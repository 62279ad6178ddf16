package dev.kontor.connector.businesscentral.pricing;

import dev.kontor.connector.businesscentral.totals.Rounding;
import java.math.BigDecimal;
import java.util.List;

/** The price and flags of a sales line before its amounts are computed. */
record LinePricing(
    BigDecimal unitPrice,
    boolean allowLineDiscount,
    boolean allowInvoiceDiscount,
    PriceOrigin origin) {

  /** Rule 14: the discount is taken of the rounded extension. */
  PriceAnswer answer(
      PriceQuestion question,
      BigDecimal discountFound,
      BigDecimal percent,
      List<Candidate> prices,
      List<Candidate> discounts) {
    RoundingTerms rounding = question.rounding();
    BigDecimal gross = rounding.amount(question.quantity().multiply(unitPrice));
    BigDecimal discount = rounding.amount(Rounding.percentOf(gross, percent));
    return new PriceAnswer(
        unitPrice,
        percent,
        allowLineDiscount,
        allowInvoiceDiscount,
        discount,
        gross.subtract(discount),
        origin,
        discountFound,
        prices,
        discounts);
  }
}
