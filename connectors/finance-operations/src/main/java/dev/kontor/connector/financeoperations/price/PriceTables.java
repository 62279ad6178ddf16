package dev.kontor.connector.financeoperations.price;

import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.connector.financeoperations.pricing.PostedAgreements;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What is posted of prices and line discounts, as far as it concerns the planned audiences.
 *
 * @param prices of the planned
 * @param discounts of the planned
 */
record PriceTables(PostedAgreements prices, PostedAgreements discounts) {

  private static final String PRICES = "SalesPriceAgreements";
  private static final String DISCOUNTS = "SalesLineDiscountAgreements";
  private static final String ITEM = "ItemNumber";

  static PriceTables all(FnoApi api, List<SheetPlan> plans) {
    return of(api.rows(PRICES, "", List.of()), api.rows(DISCOUNTS, "", List.of()), plans);
  }

  /**
   * Also discounts that are for no single item.
   *
   * @param items numbers
   */
  static PriceTables of(FnoApi api, List<SheetPlan> plans, List<String> items) {
    List<String> orNone = Stream.concat(items.stream(), Stream.of("")).toList();
    return of(
        api.rowsOf(PRICES, ITEM, items, List.of()),
        api.rowsOf(DISCOUNTS, ITEM, orNone, List.of()),
        plans);
  }

  private static PriceTables of(
      List<JsonNode> prices, List<JsonNode> discounts, List<SheetPlan> plans) {
    return new PriceTables(
        PostedAgreements.prices(
            planned(prices, plans, "PriceCustomerGroupCode", plan -> plan.customer().priceGroup())),
        PostedAgreements.lineDiscounts(
            planned(
                discounts,
                plans,
                "LineDiscountCustomerGroupCode",
                plan -> plan.customer().lineDiscountGroup())));
  }

  private static List<JsonNode> planned(
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

  /** Sentences about rows that no price of the item may be computed with. */
  List<String> refused(String item) {
    List<String> reasons = new ArrayList<>();
    Stream.concat(prices.refused().stream(), discounts.refused().stream())
        .filter(row -> row.itemNumber().isEmpty() || row.itemNumber().equals(item))
        .forEach(
            row ->
                reasons.add(
                    "posted agreement " + row.id() + " cannot be priced with: " + row.reason()));
    return reasons;
  }
}
