package dev.kontor.twin.magento.catalog;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tier prices in bulk. One unknown SKU refuses the whole request; other faults are listed and the
 * rest is stored. PUT replaces all tier prices of the SKUs it mentions (magento/contract.md §6,
 * magento/observed.md "More on fulfilment and stock").
 */
final class TierPrices {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final String ROW =
      " Row ID: SKU = %SKU, Website ID: %websiteId, Customer Group: %customerGroup, Quantity:"
          + " %qty.";

  private final Tables tables;

  TierPrices(Tables tables) {
    this.tables = tables;
  }

  JsonNode store(JsonNode prices, boolean replace) {
    prices.forEach(p -> product(p));
    PriceFailures failures = new PriceFailures();
    Set<String> emptied = new HashSet<>();
    for (JsonNode price : prices) {
      if (holds(price, failures)) {
        ObjectNode product = product(price);
        if (replace && emptied.add(Row.text(product, "sku"))) {
          product.putArray("_tiers");
        }
        put(product, price);
      }
    }
    return failures.rows();
  }

  JsonNode delete(JsonNode prices) {
    prices.forEach(p -> product(p));
    prices.forEach(p -> tiers(product(p)).removeIf(t -> same(t, p)));
    return Json.array();
  }

  JsonNode information(JsonNode skus) {
    ArrayNode found = Json.array();
    for (JsonNode sku : skus) {
      ObjectNode product = named(sku);
      tiers(product).forEach(t -> found.add(shown(product, t)));
    }
    return found;
  }

  /** The product a price is of; the shop's 404 when there is none. */
  ObjectNode product(JsonNode price) {
    return named(price.path("sku"));
  }

  /** The product of a SKU; the shop's 404 when there is none. */
  ObjectNode named(JsonNode sku) {
    return tables
        .products()
        .named("sku", sku.asString("").strip())
        .orElseThrow(ProductRoutes::missing);
  }

  static ArrayNode tiers(ObjectNode product) {
    return product.withArrayProperty("_tiers");
  }

  /** Whether a price can be stored; if not, why is added to the failures. */
  boolean holds(JsonNode price, PriceFailures failures) {
    String sku = Row.text(price, "sku");
    String website = price.path("website_id").asString("");
    String group = Row.text(price, "customer_group");
    String qty = Row.json(Row.amount(price, "quantity")).toString();
    int before = failures.rows().size();
    BigDecimal amount = Row.amount(price, "price");
    boolean discount = Row.text(price, "price_type").equals("discount");
    if (amount.signum() < 0 || (discount && amount.compareTo(HUNDRED) > 0)) {
      failures.add(
          "Invalid attribute Price = %price." + ROW,
          Row.json(amount).toString(),
          sku,
          website,
          group,
          qty);
    }
    if (!discount && !Row.text(price, "price_type").equals("fixed")) {
      failures.add(
          "Invalid attribute Price Type = %priceType." + ROW,
          Row.text(price, "price_type"),
          sku,
          website,
          group,
          qty);
    }
    if (Row.amount(price, "quantity").compareTo(BigDecimal.ONE) < 0) {
      failures.add("Invalid attribute Quantity = %qty." + ROW, sku, website, group, qty);
    }
    if (Row.number(price, "website_id") != 0) {
      failures.add("Invalid attribute Website ID = %websiteId." + ROW, sku, website, group, qty);
    }
    if (groupId(group).isEmpty()) {
      failures.add(
          "No such entity with Customer Group = %customerGroup." + ROW, sku, website, group, qty);
    }
    return failures.rows().size() == before;
  }

  private Optional<Long> groupId(String name) {
    return name.equalsIgnoreCase("all groups")
        ? Optional.of(Prices.ALL_GROUPS)
        : tables.groups().named("code", name).map(g -> Row.number(g, "id"));
  }

  private boolean same(JsonNode tier, JsonNode price) {
    return Row.number(tier, "customer_group_id")
            == groupId(Row.text(price, "customer_group")).orElse(-1L)
        && Row.amount(tier, "qty").compareTo(Row.amount(price, "quantity")) == 0;
  }

  /** Stores a price that holds, in place of the one of its group and quantity. */
  void put(ObjectNode product, JsonNode price) {
    tiers(product).removeIf(t -> same(t, price));
    ObjectNode tier = tiers(product).addObject();
    long group = groupId(Row.text(price, "customer_group")).orElseThrow();
    tier.put("customer_group_id", group).set("qty", price.path("quantity"));
    boolean discount = Row.text(price, "price_type").equals("discount");
    tier.set(discount ? "percentage_value" : "value", price.path("price"));
    tier.put("website_id", 0);
  }

  private ObjectNode shown(ObjectNode product, JsonNode tier) {
    boolean discount = tier.has("percentage_value");
    long group = Row.number(tier, "customer_group_id");
    ObjectNode shown = Json.object();
    shown.set("price", tier.path(discount ? "percentage_value" : "value"));
    shown.put("price_type", discount ? "discount" : "fixed").put("website_id", 0);
    shown.set("sku", product.path("sku"));
    shown.put(
        "customer_group",
        group == Prices.ALL_GROUPS ? "all groups" : Row.text(tables.groups().get(group), "code"));
    shown.set("quantity", tier.path("qty"));
    return shown;
  }
}
