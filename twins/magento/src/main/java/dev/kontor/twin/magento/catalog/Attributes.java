package dev.kontor.twin.magento.catalog;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.search.Columns;
import dev.kontor.twin.magento.search.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The attributes of the shop's one attribute set; values of others are dropped silently. */
public final class Attributes {
  /** The attribute set of every product. */
  static final long SET = 4;

  private static final Set<String> STORE_FIELDS = Set.of("name", "status", "visibility");
  private static final Set<String> GLOBAL =
      Set.of("tax_class_id", "category_ids", "color", "groesse", "manufacturer", "cost");

  private final Set<String> codes =
      new TreeSet<>(
          List.of(
              "description",
              "short_description",
              "url_key",
              "meta_title",
              "meta_keyword",
              "meta_description",
              "tax_class_id",
              "color",
              "groesse",
              "manufacturer",
              "cost",
              "special_price",
              "special_from_date",
              "special_to_date",
              "options_container",
              "msrp_display_actual_price_type",
              "required_options",
              "has_options",
              "category_ids",
              "country_of_manufacture"));

  /** A merchant's own attribute. */
  public void add(String code) {
    codes.add(code);
  }

  /** As the shop lists those of its attribute set. */
  ArrayNode list() {
    ArrayNode list = Json.array();
    long id = 73;
    for (String code : codes) {
      list.addObject().put("attribute_id", id++).put("attribute_code", code);
    }
    return list;
  }

  boolean knows(String code) {
    return codes.contains(code);
  }

  /** Whether each store view may have its own value. */
  boolean isOfStore(String code) {
    return STORE_FIELDS.contains(code) || (codes.contains(code) && !GLOBAL.contains(code));
  }

  /** What products can be searched by: their fields and all attributes. */
  Columns columns(Map<String, String> types) {
    Map<String, Kind> kinds = new HashMap<>(Columns.kinds(types));
    kinds.put("entity_id", Kind.NUMBER);
    codes.forEach(code -> kinds.putIfAbsent(code, Kind.TEXT));
    return new Columns(
        kinds,
        Attributes::value,
        field ->
            ApiError.listed(
                400, "The \"%1\" attribute name is invalid. Reset the name and try again.", field));
  }

  private static @Nullable JsonNode value(ObjectNode product, String field) {
    String column = field.equals("entity_id") ? "id" : field;
    return product.has(column) ? product.get(column) : product.path("_custom").get(column);
  }
}
