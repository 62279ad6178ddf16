package dev.kontor.twin.shopware.shop;

import dev.kontor.twin.kit.Ids;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.Resources;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.index.Indexer;
import dev.kontor.twin.shopware.index.Stale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fills the shop: its configuration, and products from {@code catalogue.json} or a caller's list.
 */
public final class Catalogue {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final String RULE = "ERP Kundengruppe B";
  // The shop's own net prices carry six decimals.
  private static final int NET_SCALE = 6;

  private final Tables tables;
  private final Lookup lookup;
  private final Indexer indexer;

  Catalogue(Tables tables, Lookup lookup, Indexer indexer) {
    this.indexer = indexer;
    this.tables = tables;
    this.lookup = lookup;
  }

  /** The built-in demo list. */
  public static JsonNode demo() {
    return Resources.json("catalogue.json");
  }

  /** Countries, currencies, taxes, states: what a stock shop has. */
  public void configure() {
    Resources.json("base.json")
        .properties()
        .forEach(e -> e.getValue().forEach(r -> tables.insert(e.getKey(), (ObjectNode) r)));
    indexer.all();
  }

  /**
   * Adds products: {@code {productNumber, name, gross, taxRate, stock, closeout, parent?, options?,
   * tiers?, prices?}}, amounts as decimal strings.
   */
  public void add(JsonNode list) {
    Stale stale = new Stale();
    for (JsonNode json : list) {
      product(json);
      stale.touch("product", tables.get("product", id(json.path("productNumber").asString())));
      stale.touch("product_price", Json.object().put("ruleId", lookup.id("rule", "name", RULE)));
    }
    indexer.run(stale);
  }

  private void product(JsonNode json) {
    String number = json.path("productNumber").asString();
    String id = id(number);
    ObjectNode row = Json.object().put("id", id).put("productNumber", number);
    int stock = json.path("stock").asInt(0);
    row.put("stock", stock).put("availableStock", stock);
    row.put("autoIncrement", tables.all("product").size() + 1).put("sales", 0);
    row.put("displayGroup", Ids.hex(json.path("parent").asString(number)));
    row.putArray("variation");
    row.putArray("states").add("is-physical");
    if (json.has("parent")) {
      variant(json, row);
    } else {
      standalone(json, row, stock);
    }
    tables.insert("product", row);
    visibility(id);
    json.path("tiers").forEach(t -> tier(id, t, rate(row)));
  }

  private void standalone(JsonNode json, ObjectNode row, int stock) {
    boolean closeout = json.path("closeout").asBoolean(false);
    BigDecimal rate = new BigDecimal(json.path("taxRate").asString("19"));
    row.put("childCount", 0)
        .put("unitId", Values.required(tables.all("unit").iterator().next(), "id"))
        .put("name", json.path("name").asString())
        .put("taxId", taxId(rate))
        .put(
            "manufacturerId",
            Values.required(tables.all("product_manufacturer").iterator().next(), "id"))
        .put("active", true)
        .put("isCloseout", closeout)
        .put("available", !closeout || stock > 0)
        .put("minPurchase", 1)
        .put("purchaseSteps", 1)
        .put("shippingFree", false)
        .put("markAsTopseller", false);
    row.set("price", prices(json, rate));
  }

  // 30: found by search and listed.
  private void visibility(String productId) {
    tables.insert(
        "product_visibility",
        Json.object()
            .put("id", Ids.hex("visibility " + productId))
            .put("productId", productId)
            .put("salesChannelId", Values.required(lookup.salesChannel(), "id"))
            .put("visibility", 30));
  }

  private void variant(JsonNode json, ObjectNode row) {
    String parentId = id(json.path("parent").asString());
    row.put("parentId", parentId).put("available", true);
    ObjectNode parent = tables.get("product", parentId);
    tables.updateSilently(
        "product",
        parentId,
        Json.object().put("childCount", parent.path("childCount").asInt(0) + 1));
    if (json.has("gross")) {
      row.set("price", prices(json, rate(parent)));
    }
    ArrayNode ids = row.putArray("optionIds");
    ArrayNode variation = row.putArray("variation");
    new TreeMap<>(
            Json.MAPPER.convertValue(
                json.path("options"),
                new tools.jackson.core.type.TypeReference<java.util.Map<String, String>>() {}))
        .forEach(
            (group, option) -> {
              ids.add(option(parentId, group, option));
              variation.addObject().put("group", group).put("option", option);
            });
  }

  private String option(String parentId, String group, String option) {
    String groupId = Ids.hex("group " + group);
    String optionId = Ids.hex("option " + group + " " + option);
    if (tables.find("property_group", groupId).isEmpty()) {
      tables.insert(
          "property_group",
          Json.object()
              .put("id", groupId)
              .put("name", group)
              .put("displayType", "text")
              .put("sortingType", "alphanumeric")
              .put("position", 1)
              .put("filterable", true));
    }
    if (tables.find("property_group_option", optionId).isEmpty()) {
      tables.insert(
          "property_group_option",
          Json.object()
              .put("id", optionId)
              .put("groupId", groupId)
              .put("name", option)
              .put("position", 1));
    }
    String settingId = Ids.hex("setting " + parentId + optionId);
    if (tables.find("product_configurator_setting", settingId).isEmpty()) {
      tables.insert(
          "product_configurator_setting",
          Json.object()
              .put("id", settingId)
              .put("productId", parentId)
              .put("optionId", optionId)
              .put("position", 0));
    }
    return optionId;
  }

  private void tier(String productId, JsonNode tier, BigDecimal rate) {
    int from = tier.path("from").asInt(1);
    ObjectNode row =
        Json.object()
            .put("id", Ids.hex("tier " + productId + from))
            .put("productId", productId)
            .put("ruleId", lookup.id("rule", "name", RULE))
            .put("quantityStart", from);
    row.set("quantityEnd", Values.orNull(tier.get("to")));
    row.putArray("price")
        .add(price(Values.EURO, new BigDecimal(tier.path("gross").asString()), rate));
    tables.insert("product_price", row);
  }

  private ArrayNode prices(JsonNode json, BigDecimal rate) {
    ArrayNode prices = Json.array();
    prices.add(price(Values.EURO, new BigDecimal(json.path("gross").asString()), rate));
    List<String> codes = new ArrayList<>(json.path("prices").propertyNames());
    codes.forEach(
        code ->
            prices.add(
                price(
                    lookup.id("currency", "isoCode", code),
                    new BigDecimal(json.path("prices").path(code).asString()),
                    rate)));
    return prices;
  }

  private static ObjectNode price(String currencyId, BigDecimal gross, BigDecimal rate) {
    ObjectNode price = Json.object();
    price.putArray("extensions");
    BigDecimal net =
        gross.multiply(HUNDRED).divide(HUNDRED.add(rate), NET_SCALE, RoundingMode.HALF_UP);
    price.put("currencyId", currencyId);
    price.set("net", Values.number(net));
    price.set("gross", Values.number(gross));
    price.put("linked", true).putNull("listPrice").putNull("percentage").putNull("regulationPrice");
    return price.put("apiAlias", "price");
  }

  private BigDecimal rate(ObjectNode product) {
    return Values.decimal(tables.get("tax", Values.required(product, "taxId")).get("taxRate"));
  }

  private String taxId(BigDecimal rate) {
    return tables.all("tax").stream()
        .filter(t -> Values.decimal(t.get("taxRate")).compareTo(rate) == 0)
        .map(t -> Values.required(t, "id"))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "taxRate " + rate + " is no tax of the shop; use 19, 7 or 0"));
  }

  /** The id of a seeded product. */
  public static String id(String productNumber) {
    return Ids.hex("product " + productNumber);
  }
}
