package dev.kontor.connector.businesscentral.totals;

import dev.kontor.connector.businesscentral.cases.KnownCases;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

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
        example -> json(TotalsPredictor.predict(TotalsJson.document(example.path("document")))));
  }

  private static JsonNode json(Prediction prediction) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ObjectNode draft = put(json.putObject("draft"), prediction.draft());
    lines(draft, prediction.draftLines());
    put(json.putObject("released"), prediction.released());
    ObjectNode posted = put(json.putObject("posted"), prediction.posted());
    lines(posted, prediction.postedLines());
    ObjectNode groups = posted.putObject("groups");
    prediction.groups().forEach((id, totals) -> put(groups.putObject(id), totals));
    optional(posted, "rounding", prediction.rounding());
    optional(json, "lcy", prediction.lcy());
    if (json.path("lcy") instanceof ObjectNode lcy) {
      var array = lcy.putArray("lines");
      prediction.lcyLines().forEach(line -> put(array.addObject(), line));
    }
    return json;
  }

  private static void optional(ObjectNode json, String name, @Nullable Totals totals) {
    if (totals != null) {
      put(json.putObject(name), totals);
    }
  }

  private static void lines(ObjectNode json, List<LineTotals> lines) {
    var array = json.putArray("lines");
    for (LineTotals line : lines) {
      ObjectNode entry = put(array.addObject(), line.totals());
      entry.put("lineAmount", line.lineAmount()).put("invDisc", line.invoiceDiscount());
    }
  }

  private static ObjectNode put(ObjectNode json, Totals totals) {
    return json.put("net", totals.net()).put("vat", totals.vat()).put("gross", totals.gross());
  }
}
