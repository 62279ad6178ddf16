package dev.kontor.twin.magento.option;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes custom options, with the product and one by one (Magento_Catalog,
 * Model/Product/Option/SaveHandler and Repository). What is sent is laid over the option or value
 * whose number it has; values that are not named go. An option is required unless it says
 * otherwise, as the column has it.
 */
public final class OptionSave {
  private static final String OPTION = "option_id";
  private static final String VALUE = "option_type_id";
  private static final List<String> ASKED =
      List.of(
          "title",
          "type",
          "sort_order",
          "is_require",
          "sku",
          "file_extension",
          "max_characters",
          "image_size_x",
          "image_size_y");
  private static final List<String> PRICED = List.of("price", "price_type");
  private static final List<String> OFFERED =
      List.of("title", "sort_order", "price", "price_type", "sku");

  private final Tables tables;

  public OptionSave(Tables tables) {
    this.tables = tables;
  }

  /** What a product is sent with, before anything is written. */
  public void check(JsonNode sent, Optional<ObjectNode> known) {
    JsonNode product = known.orElseGet(Json::object);
    sent.path("options").forEach(o -> check(product, o));
  }

  private static void check(JsonNode product, JsonNode sent) {
    OptionCheck.check(sent);
    long id = Row.number(sent, OPTION);
    JsonNode option = id == 0 ? Json.object() : existing(CustomOptions.find(product, id));
    for (JsonNode value : sent.path(CustomOptions.VALUES)) {
      if (Row.number(value, VALUE) != 0) {
        existing(CustomOptions.value(option, value.path(VALUE).asString()));
      }
    }
  }

  private static ObjectNode existing(Optional<ObjectNode> found) {
    return found.orElseThrow(() -> ApiError.of(404, "No such entity."));
  }

  /** Once the product itself is written; without the key its options stay. */
  public void save(JsonNode sent, ObjectNode product) {
    if (sent.path("options").isArray()) {
      replace(product, sent.path("options"));
    }
  }

  /** Takes options in under the numbers they have; those without get one. */
  public void take(ObjectNode product, JsonNode options) {
    options.forEach(OptionCheck::check);
    replace(product, options);
  }

  private void replace(ObjectNode product, JsonNode sent) {
    Set<Long> named =
        sent.valueStream().map(o -> Row.number(o, OPTION)).collect(Collectors.toSet());
    product
        .withArrayProperty(CustomOptions.OPTIONS)
        .removeIf(o -> !named.contains(Row.number(o, OPTION)));
    sent.forEach(o -> put(product, o));
    flag(product);
  }

  /**
   * One option, by itself. The product is saved with it only when what it says of having options
   * changes (Plugin/Model/Product/Option/UpdateProductCustomOptionsAttributes).
   */
  ObjectNode saved(ObjectNode product, JsonNode sent) {
    check(product, sent);
    ObjectNode option = put(product, sent);
    boolean required = option.path("is_require").asBoolean(false);
    if (!says(product, "has_options") || (required && !says(product, "required_options"))) {
      flag(product);
      product.put("updated_at", tables.now());
    }
    return option;
  }

  /** The product is saved when its last one goes. */
  void delete(ObjectNode product, ObjectNode option) {
    long id = Row.number(option, OPTION);
    ArrayNode options = product.withArrayProperty(CustomOptions.OPTIONS);
    options.removeIf(o -> Row.number(o, OPTION) == id);
    if (options.isEmpty()) {
      flag(product);
      product.put("updated_at", tables.now());
    }
  }

  private ObjectNode put(ObjectNode product, JsonNode sent) {
    long id = Row.number(sent, OPTION);
    ObjectNode option = CustomOptions.find(product, id).orElseGet(() -> added(product, id));
    lay(option, sent, ASKED);
    if (OptionType.of(option).hasValues()) {
      option.remove(PRICED);
      values(option, sent.path(CustomOptions.VALUES));
    } else {
      option.remove(CustomOptions.VALUES);
      lay(option, sent, PRICED);
    }
    return option;
  }

  private ObjectNode added(ObjectNode product, long wished) {
    return product
        .withArrayProperty(CustomOptions.OPTIONS)
        .addObject()
        .put(OPTION, numbered("custom_option", wished))
        .put("sort_order", 0)
        .put("is_require", true);
  }

  private void values(ObjectNode option, JsonNode sent) {
    ArrayNode kept = Json.array();
    for (JsonNode value : sent) {
      ObjectNode row =
          CustomOptions.value(option, value.path(VALUE).asString(""))
              .orElseGet(() -> offered(Row.number(value, VALUE)));
      lay(row, value, OFFERED);
      kept.add(row);
    }
    option.set(CustomOptions.VALUES, kept);
  }

  private ObjectNode offered(long wished) {
    return Json.object().put(VALUE, numbered("custom_option_value", wished)).put("sort_order", 0);
  }

  private long numbered(String sequence, long wished) {
    if (wished == 0) {
      return tables.next(sequence);
    }
    tables.seen(sequence, wished);
    return wished;
  }

  private static void lay(ObjectNode row, JsonNode sent, List<String> fields) {
    for (String field : fields) {
      if (sent.hasNonNull(field)) {
        row.set(field, sent.get(field));
      }
    }
  }

  private static boolean says(ObjectNode product, String flag) {
    return Row.text(product.path("_custom"), flag).equals("1");
  }

  private static void flag(ObjectNode product) {
    List<ObjectNode> options = CustomOptions.of(product);
    boolean required = options.stream().anyMatch(o -> o.path("is_require").asBoolean(false));
    product
        .withObjectProperty("_custom")
        .put("has_options", options.isEmpty() ? "0" : "1")
        .put("required_options", required ? "1" : "0");
  }
}
