package dev.kontor.app.verify;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Compares amounts by tax rate; a truth file may write a rate with zeros at its end. */
final class RateAmounts {

  private RateAmounts() {}

  /**
   * @param actual amounts by plain text of the rate, without zeros at its end
   */
  static boolean equal(JsonNode expected, Map<?, ?> actual) {
    Map<String, JsonNode> rates = new TreeMap<>();
    expected.properties().forEach(e -> rates.put(rate(e.getKey()), e.getValue()));
    return rates.keySet().equals(actual.keySet())
        && rates.entrySet().stream()
            .allMatch(
                e ->
                    actual.get(e.getKey()) instanceof BigDecimal amount
                        && Comparison.isNumber(e.getValue(), amount));
  }

  private static String rate(String text) {
    return Comparison.number(text).map(n -> n.stripTrailingZeros().toPlainString()).orElse(text);
  }
}
