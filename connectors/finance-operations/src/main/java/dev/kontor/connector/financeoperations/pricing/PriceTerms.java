package dev.kontor.connector.financeoperations.pricing;

import java.math.BigDecimal;

/** Brings prices to the currency and unit of an order line (rules P1, P8 to P10). */
record PriceTerms(PriceParameters parameters, String currency) {

  /**
   * @param quantity of the line, in the unit of the agreement
   * @param factor units of the agreement in one of the line's
   */
  FoundPrice ofAgreement(TradeAgreement row, BigDecimal quantity, BigDecimal factor) {
    AgreementTerms terms = row.terms();
    boolean included = terms.chargesInUnitPrice() && quantity.signum() != 0;
    BigDecimal charges = included ? inPrice(terms, quantity.abs()) : BigDecimal.ZERO;
    BigDecimal fixed = terms.chargesInUnitPrice() ? BigDecimal.ZERO : terms.charges();
    return new FoundPrice(
        computed(terms.amount(), terms.amount().add(charges), factor, row.currency()),
        terms.priceUnit(),
        inCurrency(fixed, row.currency()),
        row);
  }

  private BigDecimal inPrice(AgreementTerms terms, BigDecimal quantity) {
    BigDecimal ofPriceUnit = terms.charges().multiply(terms.priceUnit());
    return switch (parameters.switches().unitCharges()) {
      case OVER_QUANTITY -> Money.quotient(ofPriceUnit, quantity);
      case PER_UNIT -> ofPriceUnit;
    };
  }

  FoundPrice ofProduct(ReleasedProduct product, OrderLine line) {
    BigDecimal factor =
        switch (parameters.switches().basePriceUnit()) {
          case CONVERTED -> product.factor(line.unit());
          case AS_IS -> BigDecimal.ONE;
        };
    BigDecimal price = product.salesPrice();
    return new FoundPrice(
        computed(price, price, factor, parameters.accountingCurrency()),
        product.priceUnit(),
        BigDecimal.ZERO,
        null);
  }

  /** A price that stays as agreed is not rounded. */
  private BigDecimal computed(
      BigDecimal agreed, BigDecimal price, BigDecimal factor, String priceCurrency) {
    BigDecimal computed =
        parameters.rates().convert(price.multiply(factor), priceCurrency, currency);
    return computed.compareTo(agreed) == 0
        ? agreed
        : Money.rounded(computed, parameters.pricePrecision());
  }

  /** Rounded to the order's currency if it was another. */
  BigDecimal inCurrency(BigDecimal amount, String from) {
    return from.equals(currency)
        ? amount
        : Money.rounded(
            parameters.rates().convert(amount, from, currency), parameters.amountPrecision());
  }
}
