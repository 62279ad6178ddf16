package dev.kontor.twin.magento.category;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.api.Request;
import dev.kontor.twin.magento.catalog.UrlKeys;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Creates and changes categories (Magento_Catalog, Model/CategoryRepository). Position, level and
 * path follow from the tree; a parent that is sent with a change is not looked at.
 */
final class CategorySave {
  private static final Set<String> OF_STORE = Set.of("name", "is_active", "include_in_menu");
  private static final List<String> FIELDS =
      List.of("name", "is_active", "include_in_menu", "position");

  private final Tables tables;
  private final Categories categories;

  CategorySave(Tables tables, Categories categories) {
    this.tables = tables;
    this.categories = categories;
  }

  ObjectNode create(JsonNode sent) {
    String parent = sent.path("parent_id").asString(String.valueOf(Categories.SHOP));
    ObjectNode above = categories.get(parent.equals("0") ? "2" : parent);
    if (Row.text(sent, "name").isBlank()) {
      throw required("Name");
    }
    if (!sent.hasNonNull("is_active")) {
      throw required("Is Active");
    }
    String key = key(sent, Row.text(sent, "name"));
    if (categories.children(above).stream()
        .anyMatch(c -> Row.text(c.path("_custom"), "url_key").equals(key))) {
      throw unsaved("URL key for specified store already exists.");
    }
    ObjectNode row =
        tables
            .categories()
            .insert(
                Json.object()
                    .put("include_in_menu", true)
                    .put("created_at", tables.now())
                    .put("parent_id", 0));
    row.withObjectProperty("_custom").put("url_key", key);
    categories.hang(row, above);
    lay(sent, row, "");
    return row;
  }

  ObjectNode change(ObjectNode row, JsonNode sent, Request request) {
    if (sent.has("name") && Row.text(sent, "name").isBlank()) {
      throw required("Name");
    }
    lay(sent, row, request.isForAll() ? "" : request.store());
    return row;
  }

  private static String key(JsonNode sent, String name) {
    return sent.path("custom_attributes")
        .valueStream()
        .filter(a -> Row.text(a, "attribute_code").equals("url_key"))
        .map(a -> Row.text(a, "value"))
        .findFirst()
        .orElseGet(() -> UrlKeys.of(name));
  }

  private void lay(JsonNode sent, ObjectNode row, String store) {
    for (String field : FIELDS) {
      if (sent.hasNonNull(field)) {
        boolean own = !store.isEmpty() && OF_STORE.contains(field);
        (own ? scope(row, store) : row).set(field, sent.path(field));
      }
    }
    ObjectNode custom = store.isEmpty() ? row.withObjectProperty("_custom") : scope(row, store);
    for (JsonNode attribute : sent.path("custom_attributes")) {
      custom.set(Row.text(attribute, "attribute_code"), attribute.path("value"));
    }
    row.put("updated_at", tables.now());
  }

  private static ObjectNode scope(ObjectNode row, String store) {
    return row.withObjectProperty("_scoped").withObjectProperty(store);
  }

  private static ApiError required(String label) {
    return unsaved("The \"" + label + "\" attribute is required. Enter and try again.");
  }

  private static ApiError unsaved(String why) {
    return ApiError.listed(400, "Could not save category: %1", why);
  }
}
