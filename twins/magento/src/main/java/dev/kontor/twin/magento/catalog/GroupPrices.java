package dev.kontor.twin.magento.catalog;

import dev.kontor.twin.magento.ApiError;
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
    List<ObjectNode> rows = new ArrayList<>();
    for (JsonNode price : prices) {
      tiers.product(price);
      for (long group : groups) {
        String code = Row.text(tables.groups().get(group), "code");
        rows.add(((ObjectNode) price).deepCopy().put("customer_group", code));
      }
    }
    PriceFailures failures = new PriceFailures();
    for (ObjectNode row : rows) {
      if (!tiers.holds(row, failures)) {
        throw refusal(failures.rows().path(0));
      }
    }
    rows.forEach(row -> tiers.put(tiers.product(row), row));
  }

  private static ApiError refusal(JsonNode failure) {
    String[] values =
        failure.path("parameters").valueStream().map(JsonNode::asString).toArray(String[]::new);
    return ApiError.listed(400, Row.text(failure, "message"), values);
  }

  /** Takes the groups' prices of these SKUs away; an unknown one is the shop's 404. */
  public void take(JsonNode skus, Set<Long> groups) {
    List<ObjectNode> products =
        skus.valueStream()
            .map(sku -> sku.asString("").strip())
            .map(sku -> tables.products().named("sku", sku).orElseThrow(ProductRoutes::missing))
            .toList();
    products.forEach(product -> take(product, groups));
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
