package dev.kontor.connector.businesscentral.pricing;

import dev.kontor.kit.cases.KnownCases;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Compares the engine with cases of known prices, an array in the form of
 * business-central/pricing-examples.json.
 */
public final class PriceCheck {

  private PriceCheck() {}

  /**
   * One result per case, computed with price lists ({@link PriceModel#V16}); a case that cannot be
   * read is different, with the reason as detail.
   *
   * @throws IllegalArgumentException if it is no list of cases
   */
  public static List<KnownCases.Result> run(JsonNode cases) {
    PriceEngine engine = new PriceEngine(PriceModel.V16);
    return KnownCases.run(
        cases,
        example -> {
          PriceJson read = PriceJson.of(example);
          return json(engine.price(read.question(), read.book()));
        });
  }

  private static JsonNode json(PriceAnswer answer) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("unitPrice", answer.unitPrice())
        .put("discPct", answer.lineDiscountPercent())
        .put("lineDiscAmount", answer.lineDiscountAmount())
        .put("lineAmount", answer.lineAmount());
  }
}
