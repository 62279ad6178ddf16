package dev.kontor.bench.stock;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Compares what both systems really hold. */
final class Difference {

  private Difference() {}

  /**
   * Articles of the ERP that the shop lacks or shows another figure of.
   *
   * @param shown figure by article number
   * @param ledger {@code [{itemNumber, quantity}]}, several to an article
   */
  static long between(JsonNode shown, JsonNode ledger) {
    Map<String, BigDecimal> onHand = new HashMap<>();
    ledger.forEach(
        entry ->
            onHand.merge(
                entry.path("itemNumber").asString(),
                entry.path("quantity").asDecimal(),
                BigDecimal::add));
    return onHand.entrySet().stream()
        .filter(item -> !isShown(shown.path(item.getKey()), item.getValue()))
        .count();
  }

  private static boolean isShown(JsonNode figure, BigDecimal onHand) {
    return figure.isNumber() && figure.asDecimal().compareTo(onHand) == 0;
  }
}
