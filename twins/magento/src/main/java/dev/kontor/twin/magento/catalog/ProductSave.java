package dev.kontor.twin.magento.catalog;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
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

  ProductSave(Tables tables, Stock stock, Attributes attributes, Rules rules) {
    this.tables = tables;
    this.stock = stock;
    this.attributes = attributes;
    this.rules = rules;
    this.urlKeys = new UrlKeys(tables.products());
  }

  ObjectNode save(JsonNode sent, String store) {
    String sku = Row.text(sent, "sku").strip();
    if (sku.isEmpty()) {
      throw invalid("sku", sku);
    }
    Optional<ObjectNode> known = tables.products().named("sku", sku);
    if (Row.amount(sent, "price").signum() < 0) {
      throw ApiError.of(400, "Please enter a number 0 or greater in this field.");
    }
    if (sent.has("attribute_set_id") || known.isEmpty()) {
      set(sent);
    }
    rules.check(sku, sent, known);
    ObjectNode row = known.isPresent() ? known.get() : created(sent, sku);
    boolean all = known.isEmpty() || store.equals("all") || store.equals("admin");
    lay(sent, row, all ? "" : store);
    row.put("updated_at", tables.now());
    urlKeys.take(row);
    rules.saved(row);
    return row;
  }

  private static void set(JsonNode sent) {
    if (Row.number(sent, "attribute_set_id") != Attributes.SET) {
      throw ApiError.listed(400, "Invalid product data: %1", "Invalid attribute set entity type");
    }
  }

  private static ApiError invalid(String field, String value) {
    ObjectNode parameters = Json.object().put("fieldName", field).put("value", value);
    ApiError error =
        ApiError.of(400, "Invalid value of \"%value\" provided for the %fieldName field.");
    error.body().set("parameters", parameters);
    return error;
  }

  private ObjectNode created(JsonNode sent, String sku) {
    String name = Row.text(sent, "name");
    if (name.isBlank()) {
      throw invalid("name", name);
    }
    String key = urlKey(sent, name);
    if (urlKeys.isTaken(key)) {
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

  private void lay(JsonNode sent, ObjectNode row, String store) {
    for (var field : sent.properties()) {
      if (!SEPARATE.contains(field.getKey())) {
        put(row, row, store, field.getKey(), field.getValue());
      }
    }
    ObjectNode custom = (ObjectNode) row.path("_custom");
    for (JsonNode attribute : sent.path("custom_attributes")) {
      String code = Row.text(attribute, "attribute_code");
      if (attributes.knows(code)) {
        put(row, custom, store, code, attribute.path("value"));
      }
    }
    taxClass(row, custom);
    links(sent, custom);
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
      row.withObjectProperty("_scoped").withObjectProperty(store).set(code, value);
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

  private static void links(JsonNode sent, ObjectNode custom) {
    JsonNode links = sent.path("extension_attributes").path("category_links");
    if (links.isArray()) {
      var ids = custom.putArray("category_ids");
      links.forEach(l -> ids.add(Row.text(l, "category_id")));
    }
  }
}
