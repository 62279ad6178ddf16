package dev.kontor.kit.cases;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** The first figure in which a prediction differs from what its case expects. */
final class CaseDifference {

  private CaseDifference() {}

  /**
   * Everything the case states must be predicted; what it leaves out is not compared. The path is
   * blank for the whole case.
   */
  static Optional<String> between(String path, JsonNode expected, JsonNode actual) {
    if (expected.isObject()) {
      return ofProperties(path.isEmpty() ? "" : path + ".", expected, actual);
    }
    if (expected.isArray()) {
      return ofElements(path, expected, actual);
    }
    return isText(expected, actual) || isNumber(expected, actual)
        ? Optional.empty()
        : Optional.of(
            "%s: expected %s, predicted %s"
                .formatted(path, expected.asString("nothing"), actual.asString("none")));
  }

  private static Optional<String> ofProperties(String path, JsonNode expected, JsonNode actual) {
    return expected.properties().stream()
        .flatMap(p -> between(path + p.getKey(), p.getValue(), actual.path(p.getKey())).stream())
        .findFirst();
  }

  private static Optional<String> ofElements(String path, JsonNode expected, JsonNode actual) {
    if (expected.size() != actual.size()) {
      return Optional.of(path + ": " + expected.size() + " expected, " + actual.size());
    }
    return IntStream.range(0, expected.size())
        .boxed()
        .flatMap(i -> between(path + "[" + i + "]", expected.get(i), actual.path(i)).stream())
        .findFirst();
  }

  private static boolean isText(JsonNode expected, JsonNode actual) {
    return actual.isString() && actual.equals(expected);
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
