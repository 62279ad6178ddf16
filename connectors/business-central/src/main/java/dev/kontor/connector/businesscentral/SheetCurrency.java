package dev.kontor.connector.businesscentral;

import dev.kontor.connector.businesscentral.pricing.RoundingTerms;
import dev.kontor.model.PriceBasis;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The currency of a sheet as Business Central has it.
 *
 * @param code blank for local currency
 * @param factor document currency per local currency
 */
record SheetCurrency(String code, BigDecimal factor, RoundingTerms rounding) {

  /**
   * @throws IllegalArgumentException if there is no such currency, or no rate of it yet
   */
  static SheetCurrency of(String iso, PriceTerms terms, LocalDate today) {
    String code = terms.currencyCode(iso).orElseThrow(() -> unknown(iso));
    BigDecimal factor = terms.factor(code).orElseThrow(() -> unrated(iso, today));
    return new SheetCurrency(code, factor, terms.rounding(code));
  }

  private static IllegalArgumentException unknown(String iso) {
    return new IllegalArgumentException(
        "Business Central has no currency "
            + iso
            + "; create it there or correct setting priceAudiences");
  }

  private static IllegalArgumentException unrated(String iso, LocalDate today) {
    return new IllegalArgumentException(
        "there is no exchange rate of " + iso + " on " + today + "; enter one in Business Central");
  }

  /** Prices with tax are shown as they are paid; without tax they keep their small fractions. */
  BigDecimal unitPrecision(PriceBasis basis) {
    return basis == PriceBasis.GROSS ? rounding.amount() : rounding.unitAmount();
  }
}
