package dev.kontor.twin.magento.option;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.data.Row;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The custom options that products have ({@code _custom_options}), in the order in which the shop
 * shows them: by sort_order, then by title.
 */
public final class CustomOptions {
  static final String OPTIONS = "_custom_options";
  static final String VALUES = "values";

  private static final List<String> FIELDS =
      List.of(
          "option_id",
          "title",
          "type",
          "sort_order",
          "is_require",
          "price",
          "price_type",
          "sku",
          "file_extension",
          "max_characters",
          "image_size_x",
          "image_size_y");

  private boolean searched = true;

  /** Whether a search shows them; a product that is asked for by its SKU always does. */
  public void inSearch(boolean on) {
    searched = on;
  }

  /** As a search lists them. */
  public ArrayNode listed(ObjectNode product) {
    return searched ? shown(product) : Json.array();
  }

  public static ArrayNode shown(ObjectNode product) {
    ArrayNode options = Json.array();
    of(product).forEach(o -> options.add(shown(product, o)));
    return options;
  }

  static ObjectNode shown(ObjectNode product, ObjectNode option) {
    ObjectNode shown = Json.object().put("product_sku", Row.text(product, "sku"));
    FIELDS.forEach(f -> option.optional(f).ifPresent(v -> shown.set(f, v)));
    if (option.has(VALUES)) {
      ArrayNode values = shown.putArray(VALUES);
      values(option).forEach(v -> values.add(v.deepCopy()));
    }
    return shown;
  }

  static List<ObjectNode> of(JsonNode product) {
    return sorted(product.path(OPTIONS));
  }

  static List<ObjectNode> values(JsonNode option) {
    return sorted(option.path(VALUES));
  }

  private static List<ObjectNode> sorted(JsonNode rows) {
    return rows.valueStream()
        .map(ObjectNode.class::cast)
        .sorted(
            Comparator.comparingLong((ObjectNode row) -> Row.number(row, "sort_order"))
                .thenComparing(row -> Row.text(row, "title")))
        .toList();
  }

  static Optional<ObjectNode> find(JsonNode product, long id) {
    return of(product).stream().filter(o -> Row.number(o, "option_id") == id).findFirst();
  }

  static Optional<ObjectNode> value(JsonNode option, String id) {
    return values(option).stream()
        .filter(v -> v.path("option_type_id").asString("").equals(id))
        .findFirst();
  }
}
