package dev.kontor.connector.financeoperations.pricing;

import java.util.List;

/** Everything prices depend on, as plain facts. */
record Situation(
    PriceParameters parameters,
    SalesOrder order,
    List<ReleasedProduct> products,
    List<TradeAgreement> agreements) {

  PricedOrder priced() {
    return new PriceEngine(parameters).price(order, new AgreementBook(agreements, products));
  }

  Situation with(List<TradeAgreement> others) {
    return new Situation(parameters, order, products, others);
  }
}
