package dev.kontor.twin.magento.catalog;

import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The tier prices of some customer groups, which are among those of the products. */
public final class GroupPrices {
  private final Tables tables;
  private final TierPrices tiers;

  public GroupPrices(Tables tables) {
    this.tables = tables;
    this.tiers = new TierPrices(tables);
  }

  /**
   * Adds prices for each of the groups, in place of those of the same quantity. An unknown SKU is
   * the shop's 404; the first row that does not hold refuses them all.
   */
  public void put(JsonNode prices, Set<Long> groups) {
    prices.forEach(tiers::product);
    List<ObjectNode> rows = new ArrayList<>();
    groups.forEach(group -> prices.forEach(price -> rows.add(row(price, group))));
    PriceFailures failures = new PriceFailures();
    if (!rows.stream().allMatch(row -> tiers.holds(row, failures))) {
      throw failures.refusal();
    }
    rows.forEach(row -> tiers.put(tiers.product(row), row));
  }

  private ObjectNode row(JsonNode price, long group) {
    String code = Row.text(tables.groups().get(group), "code");
    return ((ObjectNode) price).deepCopy().put("customer_group", code);
  }

  /** Takes the groups' prices of these SKUs away; an unknown one is the shop's 404. */
  public void take(JsonNode skus, Set<Long> groups) {
    skus.valueStream().map(tiers::named).toList().forEach(product -> take(product, groups));
  }

  private static void take(ObjectNode product, Set<Long> groups) {
    TierPrices.tiers(product)
        .removeIf(tier -> groups.contains(Row.number(tier, "customer_group_id")));
  }

  /** Takes all prices of a group away, as it is no more. */
  public void forget(long group) {
    tables.products().all().forEach(product -> take(product, Set.of(group)));
  }
}
