package dev.kontor.twin.magento.catalog;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.Resources;
import dev.kontor.twin.magento.attribute.Attributes;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import dev.kontor.twin.magento.option.OptionSave;
import dev.kontor.twin.magento.stock.Stock;
import dev.kontor.twin.magento.variant.Variants;
import java.math.BigDecimal;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Fills the shop with products from {@code catalogue.json} or a caller's list. */
public final class Catalogue {
  private static final long ATTRIBUTE_SET = 4;
  private static final long GOODS = 2;

  private final Tables tables;
  private final Stock stock;
  private final Attributes attributes;
  private final Variants variants;
  private final OptionSave optionSaves;

  public Catalogue(Tables tables, Stock stock, Attributes attributes, Parts parts) {
    this.tables = tables;
    this.stock = stock;
    this.attributes = attributes;
    this.variants = parts.variants();
    this.optionSaves = parts.optionSaves();
  }

  /** The built-in demo list. */
  public static JsonNode demo() {
    return Resources.json("catalogue.json");
  }

  /**
   * Adds products: {@code {sku, name, price, id?, type?: simple, weight?, tax_class?: 2 full, 4
   * reduced, qty_decimal?, tiers?: [{group, qty, price or percent}], sources?: {code: quantity},
   * parent?, attributes?: {code: value}, options?: [{option_id, option_value}] of a variant,
   * configurable?: [{id, attribute_id, label, position}], custom_options?: [as {@code options} of a
   * product in the REST interface], bundle?: {dynamic, parts: [{option_id, selection_id, title,
   * sku, qty}]}}}.
   */
  public void add(JsonNode list) {
    list.forEach(p -> add((ObjectNode) p));
  }

  private void add(ObjectNode given) {
    String type = given.path("type").asString("simple");
    String sku = Row.text(given, "sku");
    ObjectNode row =
        Json.object()
            .put("sku", sku)
            .put("name", Row.text(given, "name"))
            .put("attribute_set_id", ATTRIBUTE_SET)
            .put("status", 1)
            .put("visibility", given.has("parent") ? 1 : 4)
            .put("type_id", type)
            .put("created_at", tables.now())
            .put("updated_at", tables.now());
    if (given.has("id")) {
      row.set("id", given.get("id"));
    }
    Row.put(row, "price", Row.amount(given, "price"));
    if (given.has("weight")) {
      Row.put(row, "weight", Row.amount(given, "weight"));
    }
    row.put("_tax_class", given.path("tax_class").asLong(GOODS));
    row.put("_qty_decimal", given.path("qty_decimal").asBoolean(false));
    row.set("_tiers", tiers(given.path("tiers")));
    given.optional("parent").ifPresent(p -> row.set("_parent", p));
    given.optional("bundle").ifPresent(b -> row.set("_bundle", b));
    given.optional("attributes").ifPresent(a -> row.set("_custom", a));
    given.path("options").forEach(o -> choose(row, o));
    given.optional("configurable").ifPresent(c -> configure(row, c));
    ProductDefaults.fill(row);
    given.optional("custom_options").ifPresent(o -> optionSaves.take(row, o));
    tables.products().insert(row);
    family(row);
    given
        .path("sources")
        .properties()
        .forEach(s -> stock.put(sku, s.getKey(), new BigDecimal(s.getValue().asString()), 1));
  }

  private void choose(ObjectNode row, JsonNode option) {
    String code = Row.text(attributes.get(Row.text(option, "option_id")), "code");
    row.withObjectProperty("_custom").put(code, option.path("option_value").asString(""));
  }

  private void configure(ObjectNode row, JsonNode options) {
    row.set("_configurable", options);
    options.forEach(o -> tables.seen("super_attribute", Row.number(o, "id")));
  }

  /** Brings a variant and its configurable product together, whichever of them comes first. */
  private void family(ObjectNode row) {
    String sku = Row.text(row, "sku");
    if (Variants.isConfigurable(row)) {
      variants.link(
          row,
          tables.products().all().stream()
              .filter(p -> Row.text(p, "_parent").equals(sku))
              .map(p -> Row.number(p, "id"))
              .toList());
    }
    if (row.has("_parent")) {
      tables
          .products()
          .named("sku", Row.text(row, "_parent"))
          .ifPresent(
              parent ->
                  variants.link(
                      parent,
                      Stream.concat(
                              variants.children(parent).stream().map(c -> Row.number(c, "id")),
                              Stream.of(Row.number(row, "id")))
                          .toList()));
    }
  }

  /** Takes a product in as the REST interface once showed it; what the twin knows besides stays. */
  public void take(ObjectNode shown) {
    ObjectNode row =
        tables
            .products()
            .named("sku", Row.text(shown, "sku"))
            .orElseGet(() -> tables.products().insert(numbered(shown)));
    shown.properties().stream()
        .filter(f -> !f.getValue().isContainer())
        .forEach(f -> row.set(f.getKey(), f.getValue()));
    if (shown.has("custom_attributes")) {
      ObjectNode custom = row.putObject("_custom");
      shown
          .path("custom_attributes")
          .forEach(a -> custom.set(Row.text(a, "attribute_code"), a.path("value")));
    }
    if (!shown.path("options").isEmpty()) {
      optionSaves.take(row, shown.path("options"));
    }
    JsonNode item = shown.path("extension_attributes").path("stock_item");
    if (item.has("item_id")) {
      row.set("_stock_item", item.get("item_id"));
      item.optional("low_stock_date").ifPresent(d -> row.set("_low_stock_date", d));
    }
  }

  private static ObjectNode numbered(ObjectNode shown) {
    ObjectNode row = Json.object().put("sku", Row.text(shown, "sku"));
    row.set("id", shown.get("id"));
    return row;
  }

  private static ArrayNode tiers(JsonNode given) {
    ArrayNode tiers = Json.array();
    for (JsonNode tier : given) {
      ObjectNode row = tiers.addObject().put("customer_group_id", Row.number(tier, "group"));
      row.set("qty", tier.path("qty"));
      if (tier.has("percent")) {
        row.set("percentage_value", tier.get("percent"));
      } else {
        row.set("value", tier.path("price"));
      }
      row.put("website_id", 0);
    }
    return tiers;
  }
}
