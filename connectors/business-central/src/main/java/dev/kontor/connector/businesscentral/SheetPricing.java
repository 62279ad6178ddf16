package dev.kontor.connector.businesscentral;

import dev.kontor.connector.businesscentral.pricing.PriceBook;
import dev.kontor.connector.businesscentral.pricing.PriceEngine;
import dev.kontor.connector.businesscentral.pricing.PriceModel;
import dev.kontor.connector.businesscentral.pricing.PriceQuestion;
import dev.kontor.connector.businesscentral.pricing.PriceSheets;
import dev.kontor.connector.businesscentral.pricing.PriorPrice;
import dev.kontor.connector.businesscentral.pricing.TaxCalculation;
import dev.kontor.connector.businesscentral.pricing.VatPostingSetup;
import dev.kontor.kit.prices.PriceSteps;
import dev.kontor.model.PriceBasis;
import dev.kontor.model.PriceSheet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes one planned sheet of one article, as Business Central would price it on a day.
 *
 * @param homeTaxArea of consumers; groups and everybody are taxed so
 * @param precision of unit prices by setting; null for the currency's own
 */
record SheetPricing(
    PriceModel model,
    PriceBook book,
    PriceTerms terms,
    String homeTaxArea,
    @Nullable BigDecimal precision,
    LocalDate today) {

  /** A sheet, and the first later day on which it differs; null if none is known. */
  record Priced(PriceSheet sheet, @Nullable LocalDate nextChange) {}

  /**
   * @throws IllegalArgumentException saying what a person must mend before there can be one
   */
  Priced sheet(PricedArticle article, SheetPlan plan) {
    PlannedBuyer buyer = PlannedBuyer.of(plan, terms);
    VatPostingSetup vat = vat(article, buyer);
    SheetCurrency currency = SheetCurrency.of(plan.currency(), terms, today);
    BigDecimal unit = precision == null ? currency.unitPrecision(plan.basis()) : precision;
    var found =
        new PriceSheets(new PriceEngine(model), book, BigDecimal.ONE, unit)
            .sheet(question(article, buyer, vat, currency));
    BigDecimal rate =
        vat.calculation() == TaxCalculation.REVERSE_CHARGE_VAT ? BigDecimal.ZERO : vat.percent();
    PriceSteps steps = new PriceSteps(plan.basis(), rate, unit);
    List<PriceSheet.Break> breaks =
        found.breaks().stream()
            .map(b -> steps.step(b.minimumQuantity(), b.price(), b.answer().unitPrice()))
            .toList();
    return new Priced(
        new PriceSheet(plan.audience(), plan.currency(), PriceSteps.plain(rate), breaks),
        found.nextChange());
  }

  private PriceQuestion question(
      PricedArticle article, PlannedBuyer buyer, VatPostingSetup vat, SheetCurrency currency) {
    return new PriceQuestion(
        buyer.audience(),
        "",
        article.item(),
        article.variant(),
        article.unit(),
        BigDecimal.ONE,
        BigDecimal.ONE,
        currency.code(),
        currency.factor(),
        today,
        buyer.plan().basis() == PriceBasis.GROSS,
        vat.percent(),
        vat.calculation(),
        article.taxGroup(),
        new PriorPrice.None(),
        currency.rounding());
  }

  private VatPostingSetup vat(PricedArticle article, PlannedBuyer buyer) {
    String area = buyer.taxArea(homeTaxArea);
    return terms
        .vat(area, article.taxGroup())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no VAT posting setup of business group "
                        + area
                        + " and product group "
                        + (article.taxGroup().isEmpty() ? "(blank)" : article.taxGroup())
                        + " of item "
                        + article.item()
                        + "; complete it, or setting vat"));
  }
}
