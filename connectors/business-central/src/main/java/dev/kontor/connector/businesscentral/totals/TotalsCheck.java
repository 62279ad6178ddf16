package dev.kontor.connector.businesscentral.totals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
   * @param detail the first difference, or what was compared
   */
  public record Result(String id, boolean equal, String detail) {}

  /** One result per case; a case that cannot be read is different, with the reason as detail. */
  public static List<Result> run(JsonNode cases) {
    List<Result> results = new ArrayList<>();
    for (JsonNode example : cases) {
      results.add(check(example));
    }
    return results;
  }

  private static Result check(JsonNode example) {
    String id = example.path("id").asString("?");
    try {
      JsonNode predicted =
          json(TotalsPredictor.predict(TotalsJson.document(example.path("document"))));
      return difference("", example.path("expected"), predicted)
          .map(detail -> new Result(id, false, detail))
          .orElseGet(() -> new Result(id, true, example.path("title").asString("")));
    } catch (IllegalArgumentException e) {
      return new Result(id, false, String.valueOf(e.getMessage()));
    }
  }

  /** Everything the case states must be predicted; what it leaves out is not compared. */
  private static Optional<String> difference(String path, JsonNode expected, JsonNode actual) {
    if (expected.isObject()) {
      for (Map.Entry<String, JsonNode> property : expected.properties()) {
        String name = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
        var found = difference(name, property.getValue(), actual.path(property.getKey()));
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }
    if (expected.isArray()) {
      if (expected.size() != actual.size()) {
        return Optional.of(path + ": " + expected.size() + " expected, " + actual.size());
      }
      for (int i = 0; i < expected.size(); i++) {
        var found = difference(path + "[" + i + "]", expected.get(i), actual.path(i));
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }
    boolean equal =
        actual.isNumber()
            && actual.decimalValue().compareTo(new BigDecimal(expected.asString())) == 0;
    return equal
        ? Optional.empty()
        : Optional.of(
            path + ": expected " + expected.asString() + ", predicted " + actual.asString("none"));
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
