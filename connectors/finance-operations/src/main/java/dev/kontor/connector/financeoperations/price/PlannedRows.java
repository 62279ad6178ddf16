package dev.kontor.connector.financeoperations.price;

import dev.kontor.connector.financeoperations.api.Row;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Of posted agreements those that concern a planned audience: others cannot spoil its prices. */
final class PlannedRows {

  private PlannedRows() {}

  /**
   * @param groupField of the rows
   * @param group of a plan's customer, in capitals
   */
  static List<JsonNode> of(
      List<JsonNode> rows,
      List<SheetPlan> plans,
      String groupField,
      Function<SheetPlan, String> group) {
    Set<String> accounts =
        plans.stream().map(plan -> plan.customer().account()).collect(Collectors.toSet());
    Set<String> groups = plans.stream().map(group).collect(Collectors.toSet());
    // What is for all is for everybody who is planned.
    accounts.add("");
    groups.add("");
    return rows.stream()
        .map(Codes::upper)
        .filter(row -> accounts.contains(Row.text(row, "CustomerAccountNumber")))
        .filter(row -> groups.contains(Row.text(row, groupField)))
        .toList();
  }
}
