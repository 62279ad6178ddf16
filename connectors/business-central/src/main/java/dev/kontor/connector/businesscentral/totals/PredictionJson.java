package dev.kontor.connector.businesscentral.totals;

import dev.kontor.kit.totals.Totals;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A prediction in the form in which cases state what is expected. */
final class PredictionJson {

  private PredictionJson() {}

  static JsonNode of(Prediction prediction) {
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
