package dev.kontor.app.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares a translated value with what a truth file states; numbers by value, not by text. */
final class Comparison {

  private Comparison() {}

  static boolean equal(JsonNode expected, @Nullable Object actual) {
    return switch (actual) {
      case null -> expected.isNull();
      case BigDecimal number -> isNumber(expected, number);
      case Collection<?> list -> list(expected).equals(texts(list));
      case Map<?, ?> map -> sameAmounts(expected, map);
      default -> !expected.isNull() && expected.asString().equals(actual.toString());
    };
  }

  static String shown(@Nullable Object actual) {
    return actual instanceof BigDecimal number ? number.toPlainString() : String.valueOf(actual);
  }

  private static boolean isNumber(JsonNode expected, BigDecimal number) {
    try {
      return new BigDecimal(expected.asString()).compareTo(number) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** Null stands for an empty list where the truth file had no value at all. */
  private static List<String> list(JsonNode expected) {
    List<String> texts = new ArrayList<>();
    expected.forEach(e -> texts.add(e.asString()));
    return texts;
  }

  private static List<String> texts(Collection<?> list) {
    return list.stream().map(String::valueOf).toList();
  }

  private static boolean sameAmounts(JsonNode expected, Map<?, ?> actual) {
    Map<String, JsonNode> rates = new TreeMap<>();
    expected.properties().forEach(e -> rates.put(rate(e.getKey()), e.getValue()));
    return rates.keySet().equals(actual.keySet())
        && rates.entrySet().stream()
            .allMatch(
                e ->
                    actual.get(e.getKey()) instanceof BigDecimal amount
                        && isNumber(e.getValue(), amount));
  }

  private static String rate(String text) {
    try {
      return new BigDecimal(text).stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) {
      return text;
    }
  }
}
