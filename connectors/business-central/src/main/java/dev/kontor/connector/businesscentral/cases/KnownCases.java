package dev.kontor.connector.businesscentral.cases;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** A list of {@code {id, title, …, expected}} against what is predicted for each. */
public final class KnownCases {

  private KnownCases() {}

  /**
   * One case.
   *
   * @param detail the first difference, or what was compared
   */
  public record Result(String id, boolean equal, String detail) {}

  /**
   * One result per case; a case that cannot be read is different, with the reason as detail.
   *
   * @param prediction of a whole case, in the form of its {@code expected}
   * @throws IllegalArgumentException if it is no list of cases
   */
  public static List<Result> run(JsonNode cases, Function<JsonNode, JsonNode> prediction) {
    if (!cases.isArray() || cases.isEmpty()) {
      throw new IllegalArgumentException(
          "the file has no cases; it must be a JSON list of objects with id and expected");
    }
    List<Result> results = new ArrayList<>();
    for (JsonNode example : cases) {
      results.add(check(example, prediction));
    }
    return results;
  }

  private static Result check(JsonNode example, Function<JsonNode, JsonNode> prediction) {
    String id = example.path("id").asString("?");
    try {
      JsonNode predicted = prediction.apply(example);
      JsonNode expected = example.path("expected");
      if (expected.isEmpty()) {
        return new Result(id, false, "expected is missing; state at least one figure");
      }
      return difference("", expected, predicted)
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
      return arrays(path, expected, actual);
    }
    return isNumber(expected, actual)
        ? Optional.empty()
        : Optional.of(
            path
                + ": expected "
                + expected.asString("nothing")
                + ", predicted "
                + actual.asString("none"));
  }

  private static Optional<String> arrays(String path, JsonNode expected, JsonNode actual) {
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

  private static boolean isNumber(JsonNode expected, JsonNode actual) {
    try {
      return actual.isNumber()
          && actual.decimalValue().compareTo(new BigDecimal(expected.asString("?"))) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
