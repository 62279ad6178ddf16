package dev.kontor.connector.businesscentral;

import dev.kontor.kit.prices.ArticleSheets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The prices of articles on one day, as {@code model.price}: a sheet per audience and currency that
 * differs from what everybody pays. What cannot be priced is said under {@code problems}.
 */
record ArticlePrices(List<SheetPlan> plans, SheetPricing pricing) {

  /** One article as told, and when it must be looked at again. */
  record Priced(ObjectNode content, String version, @Nullable LocalDate changesOn) {}

  Priced of(PricedArticle article) {
    ArticleSheets sheets = new ArticleSheets();
    for (SheetPlan plan : plans) {
      try {
        SheetPricing.Priced sheet = pricing.sheet(article, plan);
        sheets.add(sheet.sheet(), sheet.nextChange());
      } catch (IllegalArgumentException e) {
        sheets.problem(plan.inWords() + ": " + e.getMessage());
      }
    }
    ObjectNode content = sheets.content(article.sku(), article.parentSku(), today());
    return new Priced(content, Digest.of(ArticleSheets.timeless(content)), sheets.changesOn());
  }

  /** As of which is priced. */
  LocalDate today() {
    return pricing.today();
  }
}
