package dev.kontor.connector.businesscentral.pricing;

import java.util.List;

/** Everything a price depends on, as plain facts. */
record Situation(
    PriceModel model, PriceQuestion question, ItemCard card, List<PriceListLine> lines) {

  PriceBook book() {
    return new PriceBook(lines, List.of(card), RandomPricing.VAT);
  }

  PriceAnswer answer() {
    return new PriceEngine(model).price(question, book());
  }
}
