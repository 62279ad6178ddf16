package dev.kontor.connector.businesscentral;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Pieces of open sales orders not yet shipped, by item number.
 *
 * @param pieces outstanding, by item number
 * @param units the units of measure these lines are in, by item number
 */
record OpenDemand(Map<String, BigDecimal> pieces, Map<String, Set<String>> units) {

  static OpenDemand of(Collection<OpenOrder> orders) {
    Map<String, BigDecimal> pieces = new TreeMap<>();
    Map<String, Set<String>> units = new TreeMap<>();
    for (OpenOrder order : orders) {
      for (OpenOrder.Line line : order.lines()) {
        pieces.merge(line.item(), line.pieces(), BigDecimal::add);
        units.computeIfAbsent(line.item(), item -> new HashSet<>()).add(line.unit());
      }
    }
    return new OpenDemand(pieces, units);
  }

  BigDecimal of(String item) {
    return pieces.getOrDefault(item, BigDecimal.ZERO);
  }

  /** Whether all lines of the item are in its base unit; API v2.0 shows no conversion. */
  boolean inUnit(String item, String baseUnit) {
    return units.getOrDefault(item, Set.of()).stream()
        .allMatch(unit -> unit.isEmpty() || unit.equalsIgnoreCase(baseUnit));
  }
}
