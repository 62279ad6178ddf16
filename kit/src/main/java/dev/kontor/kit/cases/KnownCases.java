package dev.kontor.kit.cases;

import java.util.ArrayList;
import java.util.List;
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
      return CaseDifference.between("", expected, predicted)
          .map(detail -> new Result(id, false, detail))
          .orElseGet(() -> new Result(id, true, example.path("title").asString("")));
    } catch (IllegalArgumentException e) {
      return new Result(id, false, String.valueOf(e.getMessage()));
    }
  }
}
