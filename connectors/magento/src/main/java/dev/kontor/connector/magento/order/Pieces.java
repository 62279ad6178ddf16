package dev.kontor.connector.magento.order;

import dev.kontor.model.RefundLine;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Pieces by row of the order, each of which is taken once. */
final class Pieces {

  private final Map<String, BigDecimal> byRow = new HashMap<>();

  void add(String row, JsonNode number) {
    byRow.merge(row, number.isNumber() ? number.decimalValue() : BigDecimal.ZERO, BigDecimal::add);
  }

  /** Whether there are all of them, which then are there no longer. */
  boolean taken(List<RefundLine> goods) {
    boolean all = !goods.isEmpty() && goods.stream().allMatch(this::has);
    if (all) {
      goods.forEach(line -> byRow.merge(line.lineId(), line.quantity().negate(), BigDecimal::add));
    }
    return all;
  }

  private boolean has(RefundLine line) {
    BigDecimal there = byRow.getOrDefault(line.lineId(), BigDecimal.ZERO);
    return there.compareTo(line.quantity()) >= 0;
  }
}
