package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataQuery;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Pieces of open sales orders not yet shipped, by item number. Lines can only be read through their
 * order (business-central/behaviours.md §3), so all open orders are read.
 *
 * @param pieces outstanding, by item number
 * @param units the units of measure these lines are in, by item number
 */
record OpenDemand(Map<String, BigDecimal> pieces, Map<String, Set<String>> units) {

  private static final String LINES =
      "salesOrderLines($select=lineType,lineObjectNumber,quantity,shippedQuantity,"
          + "unitOfMeasureCode)";

  static OpenDemand read(Company company) {
    Map<String, BigDecimal> pieces = new TreeMap<>();
    Map<String, Set<String>> units = new TreeMap<>();
    ODataQuery query = ODataQuery.of("salesOrders").select(java.util.List.of("id")).expand(LINES);
    for (JsonNode order : company.client().all(query)) {
      for (JsonNode line : order.path("salesOrderLines")) {
        BigDecimal open = outstanding(line);
        String number = Json.text(line, "lineObjectNumber");
        if (number != null && Json.option(line, "lineType").equals("Item") && open.signum() > 0) {
          pieces.merge(number, open, BigDecimal::add);
          units
              .computeIfAbsent(number, n -> new HashSet<>())
              .add(Json.text(line, "unitOfMeasureCode", ""));
        }
      }
    }
    return new OpenDemand(pieces, units);
  }

  private static BigDecimal outstanding(JsonNode line) {
    return Json.number(line, "quantity").subtract(Json.number(line, "shippedQuantity"));
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
