package dev.kontor.connector.businesscentral;

import dev.kontor.model.ModelJson;
import dev.kontor.model.Price;
import dev.kontor.model.PriceSheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    List<PriceSheet> sheets = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    LocalDate changesOn = null;
    for (SheetPlan plan : plans) {
      try {
        SheetPricing.Priced sheet = pricing.sheet(article, plan);
        changesOn = earlier(changesOn, sheet.nextChange());
        if (!isForEverybody(sheets, sheet.sheet())) {
          sheets.add(sheet.sheet());
        }
      } catch (IllegalArgumentException e) {
        problems.add(plan.inWords() + ": " + e.getMessage());
      }
    }
    Price price =
        new Price(article.sku(), article.parentSku(), today(), changesOn, sheets, Map.of());
    ObjectNode content = (ObjectNode) ModelJson.tree(price);
    if (!problems.isEmpty()) {
      problems.forEach(content.putArray("problems")::add);
    }
    ObjectNode timeless = content.deepCopy();
    timeless.remove("asOf");
    return new Priced(content, Digest.of(timeless.toString()), changesOn);
  }

  /** As of which is priced. */
  LocalDate today() {
    return pricing.today();
  }

  private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  private static boolean isForEverybody(List<PriceSheet> sheets, PriceSheet sheet) {
    return sheets.stream()
        .anyMatch(
            known ->
                known.audience().kind() == PriceSheet.Kind.EVERYBODY
                    && known.currency().equals(sheet.currency())
                    && known.taxRate().compareTo(sheet.taxRate()) == 0
                    && known.breaks().equals(sheet.breaks()));
  }
}
