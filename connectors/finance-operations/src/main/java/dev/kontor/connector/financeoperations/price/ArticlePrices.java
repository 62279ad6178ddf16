package dev.kontor.connector.financeoperations.price;

import dev.kontor.connector.financeoperations.order.TaxTable;
import dev.kontor.connector.financeoperations.pricing.AgreementBook;
import dev.kontor.connector.financeoperations.pricing.PriceAsked;
import dev.kontor.connector.financeoperations.pricing.PriceBreaks;
import dev.kontor.connector.financeoperations.pricing.PriceEngine;
import dev.kontor.connector.financeoperations.pricing.PricedSheet;
import dev.kontor.connector.financeoperations.pricing.TradeAgreement;
import dev.kontor.kit.prices.ArticleSheets;
import dev.kontor.kit.prices.PriceSteps;
import dev.kontor.model.PriceSheet;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/**
 * The prices of articles on one day, as {@code model.price}, as Finance & Operations would find
 * them.
 *
 * @param taxes by setting
 */
record ArticlePrices(
    List<SheetPlan> plans,
    PriceEngine engine,
    PriceTables tables,
    AgreementBook book,
    TaxTable taxes,
    LocalDate today) {

  static AgreementBook book(PriceTables tables, PricedArticles articles) {
    List<TradeAgreement> all = new ArrayList<>(tables.prices().agreements());
    // Each set counts its records itself.
    tables.discounts().agreements().forEach(row -> all.add(row.named("D" + row.id())));
    return new AgreementBook(all, articles.products());
  }

  PricedContent of(PricedArticle article) {
    ArticleSheets sheets = new ArticleSheets();
    tables.refused(article.item()).forEach(sheets::problem);
    for (SheetPlan plan : plans) {
      try {
        sheet(article, plan, sheets);
      } catch (IllegalArgumentException e) {
        sheets.problem(plan.inWords() + ": " + e.getMessage());
      }
    }
    ObjectNode content = sheets.content(article.sku(), article.parentSku(), today);
    byte[] told = ArticleSheets.timeless(content).getBytes(StandardCharsets.UTF_8);
    return new PricedContent(content, UUID.nameUUIDFromBytes(told).toString());
  }

  private void sheet(PricedArticle article, SheetPlan plan, ArticleSheets sheets) {
    BigDecimal rate = PriceSteps.plain(rate(article, plan));
    PricedSheet found =
        new PriceBreaks(engine, book, BigDecimal.ONE, plan.precision())
            .sheet(
                new PriceAsked(
                    plan.customer(),
                    plan.currency(),
                    article.item(),
                    article.unit(),
                    article.dimensions()),
                today);
    PriceSteps steps = new PriceSteps(plan.basis(), rate, plan.precision());
    sheets.add(
        new PriceSheet(
            plan.audience(),
            plan.currency(),
            rate,
            found.breaks().stream().map(b -> steps.step(b.from(), b.price(), b.list())).toList()),
        found.nextChange());
  }

  private BigDecimal rate(PricedArticle article, SheetPlan plan) {
    if (plan.taxGroup().isEmpty()) {
      throw new IllegalArgumentException(
          "its sales tax group is not known; set priceTaxGroup, or correct the customer and its"
              + " number in priceAudiences");
    }
    return taxes
        .rate(plan.taxGroup(), article.taxGroup())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "setting taxes has no entry for sales tax group "
                        + plan.taxGroup()
                        + " and item sales tax group "
                        + (article.taxGroup().isEmpty() ? "(blank)" : article.taxGroup())
                        + " of item "
                        + article.item()
                        + "; add the rate that both lead to"));
  }
}
