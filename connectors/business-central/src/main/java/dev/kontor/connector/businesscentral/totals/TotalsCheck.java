package dev.kontor.connector.businesscentral.totals;

import dev.kontor.kit.cases.KnownCases;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Compares the predictor with cases of known totals, an array in the form of
 * business-central/totals-examples.json.
 */
public final class TotalsCheck {

  private TotalsCheck() {}

  /**
   * One result per case; a case that cannot be read is different, with the reason as detail.
   *
   * @throws IllegalArgumentException if it is no list of cases
   */
  public static List<KnownCases.Result> run(JsonNode cases) {
    return KnownCases.run(
        cases,
        example ->
            PredictionJson.of(
                TotalsPredictor.predict(TotalsJson.document(example.path("document")))));
  }
}
