package dev.kontor.connector.financeoperations.price;

import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.pricing.PostedAgreements;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What is posted of prices and line discounts, as far as it concerns the planned audiences. */
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
            PlannedRows.of(
                prices, plans, "PriceCustomerGroupCode", plan -> plan.customer().priceGroup())),
        PostedAgreements.lineDiscounts(
            PlannedRows.of(
                discounts,
                plans,
                "LineDiscountCustomerGroupCode",
                plan -> plan.customer().lineDiscountGroup())));
  }

  /** Sentences about rows that no price of the item may be computed with. */
  List<String> refused(String item) {
    return Stream.concat(prices.refused().stream(), discounts.refused().stream())
        .filter(row -> row.itemNumber().isEmpty() || row.itemNumber().equals(item))
        .map(row -> "posted agreement " + row.id() + " cannot be priced with: " + row.reason())
        .toList();
  }
}
