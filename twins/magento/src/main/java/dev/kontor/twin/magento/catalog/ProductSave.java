package dev.kontor.twin.magento.catalog;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.attribute.Attributes;
import dev.kontor.twin.magento.attribute.Values;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import dev.kontor.twin.magento.stock.Stock;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Creates a product or lays what is sent over the one that has the SKU already, whatever its case
 * (magento/contract.md §6). Written without a store code, values of a known product go into the
 * default store view, where they hide what is written for all (magento/observed.md "Catalogue").
 */
final class ProductSave {
  private static final Set<String> SEPARATE =
      Set.of(
          "id",
          "sku",
          "created_at",
          "updated_at",
          "extension_attributes",
          "product_links",
          "options",
          "media_gallery_entries",
          "tier_prices",
          "custom_attributes");

  private final Tables tables;
  private final Stock stock;
  private final Attributes attributes;
  private final Rules rules;
  private final UrlKeys urlKeys;
  private final Parts parts;

  ProductSave(Tables tables, Stock stock, Attributes attributes, Rules rules, Parts parts) {
    this.tables = tables;
    this.stock = stock;
    this.attributes = attributes;
    this.rules = rules;
    this.urlKeys = new UrlKeys(tables.products());
    this.parts = parts;
  }

  ObjectNode save(JsonNode sent, String store) {
    String sku = Row.text(sent, "sku").strip();
    if (sku.isEmpty()) {
      throw ApiError.invalid("sku", sku);
    }
    Optional<ObjectNode> known = tables.products().named("sku", sku);
    if (Row.amount(sent, "price").signum() < 0) {
      throw ApiError.of(400, "Please enter a number 0 or greater in this field.");
    }
    if (sent.has("attribute_set_id") || known.isEmpty()) {
      set(sent);
    }
    rules.check(sku, sent, known);
    parts.check(sent, known);
    ObjectNode values = values(sent, known);
    known.ifPresent(row -> address(row, sent, values));
    ObjectNode row = known.isPresent() ? known.get() : created(sent, sku);
    boolean all = known.isEmpty() || store.equals("all") || store.equals("admin");
    lay(sent, values, row, all ? "" : store);
    parts.save(sent, row);
    row.put("updated_at", tables.now());
    urlKeys.take(row);
    rules.saved(row);
    return row;
  }

  /** What is sent of the attributes that the product's set has, as it will be stored. */
  private ObjectNode values(JsonNode sent, Optional<ObjectNode> known) {
    long set =
        sent.path("attribute_set_id")
            .asLong(known.map(k -> Row.number(k, "attribute_set_id")).orElse(0L));
    ObjectNode values = Json.object();
    for (JsonNode attribute : sent.path("custom_attributes")) {
      String code = Row.text(attribute, "attribute_code");
      if (attributes.isIn(code, set) && !code.equals("category_ids")) {
        values.set(code, Values.stored(attributes.get(code), attribute.path("value")));
      }
    }
    return values;
  }

  /** Refuses to show a known product under the address of another. */
  private void address(ObjectNode row, JsonNode sent, ObjectNode values) {
    String before = Row.text(row.path("_custom"), "url_key");
    String key = values.path("url_key").asString(before);
    boolean shown = sent.has("visibility") ? UrlKeys.isShown(sent) : UrlKeys.isShown(row);
    boolean same = key.equals(before) && UrlKeys.isShown(row);
    if (shown && !same && urlKeys.isTaken(key, Row.number(row, "id"))) {
      throw ApiError.of(400, "URL key for specified store already exists.");
    }
  }

  private void set(JsonNode sent) {
    if (!attributes.sets().knows(Row.number(sent, "attribute_set_id"))) {
      throw ApiError.listed(400, "Invalid product data: %1", "Invalid attribute set entity type");
    }
  }

  private ObjectNode created(JsonNode sent, String sku) {
    String name = Row.text(sent, "name");
    if (name.isBlank()) {
      throw ApiError.invalid("name", name);
    }
    String key = urlKey(sent, name);
    if (UrlKeys.isShown(sent) && urlKeys.isTaken(key, 0)) {
      throw ApiError.of(400, "URL key for specified store already exists.");
    }
    ObjectNode row =
        Json.object()
            .put("sku", sku)
            .put("name", name)
            .put("status", 1)
            .put("visibility", 4)
            .put("type_id", "simple")
            .put("created_at", tables.now());
    ProductDefaults.fill(row);
    ((ObjectNode) row.path("_custom")).put("url_key", key);
    tables.products().insert(row);
    stock.put(sku, "default", BigDecimal.ZERO, 0);
    return row;
  }

  private static String urlKey(JsonNode sent, String name) {
    return sent.path("custom_attributes")
        .valueStream()
        .filter(a -> Row.text(a, "attribute_code").equals("url_key"))
        .map(a -> Row.text(a, "value"))
        .findFirst()
        .orElseGet(() -> ProductDefaults.urlKey(name));
  }

  private void lay(JsonNode sent, ObjectNode values, ObjectNode row, String store) {
    for (var field : sent.properties()) {
      if (!SEPARATE.contains(field.getKey())) {
        put(row, row, store, field.getKey(), field.getValue());
      }
    }
    ObjectNode custom = (ObjectNode) row.path("_custom");
    values.properties().forEach(v -> put(row, custom, store, v.getKey(), v.getValue()));
    taxClass(row, custom);
    JsonNode websites = sent.path("extension_attributes").path("website_ids");
    if (websites.isArray()) {
      row.set("_websites", websites);
    }
    JsonNode item = sent.path("extension_attributes").path("stock_item");
    if (item.path("qty").isNumber()) {
      boolean in = item.path("is_in_stock").asBoolean(Row.amount(item, "qty").signum() > 0);
      stock.put(Row.text(row, "sku"), "default", Row.amount(item, "qty"), in ? 1 : 0);
    }
  }

  private void put(ObjectNode row, ObjectNode into, String store, String code, JsonNode value) {
    if (!store.isEmpty() && attributes.isOfStore(code)) {
      ObjectNode own = row.withObjectProperty("_scoped").withObjectProperty(store);
      if (value.isNull()) {
        own.remove(code);
      } else {
        own.set(code, value);
      }
    } else if (value.isNull()) {
      into.remove(code);
    } else {
      into.set(code, value);
    }
  }

  private static void taxClass(ObjectNode row, ObjectNode custom) {
    String taxClass = custom.path("tax_class_id").asString("2");
    row.put("_tax_class", taxClass.matches("\\d+") ? Long.parseLong(taxClass) : 0);
  }
}
