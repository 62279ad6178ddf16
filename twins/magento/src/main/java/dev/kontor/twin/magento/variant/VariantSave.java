package dev.kontor.twin.magento.variant;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.attribute.Attributes;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Options and variants that come with a product (Magento_ConfigurableProduct,
 * Model/Plugin/ProductRepositorySave, Model/Product/SaveHandler and Model/OptionRepository).
 *
 * <p>Three things surprise: variants are compared by the options of the same request, and only
 * where it names the type; an option whose label or position is another is made anew under a new
 * number; and an option that goes takes all variants with it, unless the request names them again.
 */
public final class VariantSave {
  private final Tables tables;
  private final Attributes attributes;
  private final Variants variants;

  public VariantSave(Tables tables, Attributes attributes, Variants variants) {
    this.tables = tables;
    this.attributes = attributes;
    this.variants = variants;
  }

  private static JsonNode options(JsonNode sent) {
    return sent.path("extension_attributes").path("configurable_product_options");
  }

  private static JsonNode links(JsonNode sent) {
    return sent.path("extension_attributes").path("configurable_product_links");
  }

  /** Before anything is written. */
  public void check(JsonNode sent, Optional<ObjectNode> known) {
    if (Variants.isConfigurable(sent)) {
      List<String> codes = new ArrayList<>();
      options(sent).forEach(o -> codes.add(variants.code(o)));
      distinct(codes, links(sent));
    }
    if (Variants.isConfigurable(sent) || known.filter(Variants::isConfigurable).isPresent()) {
      long set =
          sent.path("attribute_set_id")
              .asLong(known.map(k -> Row.number(k, "attribute_set_id")).orElse(0L));
      options(sent).forEach(o -> usable(o, set));
      for (JsonNode id : links(sent)) {
        if (tables.products().find(id.asLong()).isEmpty()) {
          throw unsaved();
        }
      }
    }
  }

  private void distinct(List<String> codes, JsonNode links) {
    Map<String, String> seen = new HashMap<>();
    for (JsonNode id : links) {
      ObjectNode child =
          tables
              .products()
              .find(id.asLong())
              .orElseThrow(
                  () ->
                      ApiError.of(
                          404,
                          "The product that was requested doesn't exist. Verify the product and"
                              + " try again."));
      StringBuilder key = new StringBuilder();
      for (String code : codes) {
        String value = Variants.value(child, code);
        if (value.isEmpty()) {
          throw ApiError.listed(
              400,
              "Product with id \"%1\" does not contain required attribute \"%2\".",
              id.asString(),
              code);
        }
        key.append(code).append(':').append(value).append(';');
      }
      String other = seen.put(key.toString(), id.asString());
      if (other != null) {
        throw ApiError.listed(
            400,
            "Products \"%1\" and \"%2\" have the same set of attribute values.",
            id.asString(),
            other);
      }
    }
  }

  private void usable(JsonNode option, long set) {
    ArrayNode errors = Json.array();
    if (Row.text(option, "attribute_id").isEmpty()) {
      errors.add(ApiError.entry("Option attribute ID is not specified.", null));
    }
    if (Row.text(option, "label").isEmpty()) {
      errors.add(ApiError.entry("Option label is not specified.", null));
    }
    if (option.path("values").isEmpty()) {
      errors.add(ApiError.entry("Option values are not specified.", null));
    }
    for (JsonNode value : option.path("values")) {
      if (Row.number(value, "value_index") == 0) {
        errors.add(ApiError.entry("Value index is not specified for an option.", null));
      }
    }
    if (errors.size() == 1) {
      throw ApiError.of(400, Row.text(errors.path(0), "message"));
    }
    if (!errors.isEmpty()) {
      throw ApiError.of(400, "One or more input exceptions have occurred.").with(errors);
    }
    ObjectNode attribute = attributes.get(Row.text(option, "attribute_id"));
    boolean fits =
        Row.text(attribute, "input").equals("select")
            && Row.text(attribute, "scope").equals("global")
            && attribute.path("user_defined").asBoolean(false)
            && attributes.isIn(Row.text(attribute, "code"), set);
    if (!fits) {
      throw unsavedOption();
    }
  }

  static ApiError unsavedOption() {
    return ApiError.of(400, "An error occurred while saving the option. Please try to save again.");
  }

  private static ApiError unsaved() {
    return ApiError.of(400, "The product was unable to be saved. Please try again.");
  }

  /** Once the product itself is written. */
  public void save(JsonNode sent, ObjectNode product) {
    if (Variants.isConfigurable(product)) {
      if (options(sent).isArray()) {
        replace(product, options(sent));
      }
      if (links(sent).isArray()) {
        variants.link(product, links(sent).valueStream().map(JsonNode::asLong).toList());
      }
    }
    variants.saved(product);
  }

  private void replace(ObjectNode product, JsonNode sent) {
    ArrayNode options = product.withArrayProperty("_configurable");
    int before = options.size();
    options.removeIf(o -> sent.valueStream().noneMatch(s -> isSame(o, s)));
    if (options.size() < before) {
      variants.link(product, List.of());
    }
    for (JsonNode option : sent) {
      if (options.valueStream().noneMatch(o -> isSame(o, option))) {
        add(product, option);
      }
    }
  }

  private static boolean isSame(JsonNode one, JsonNode other) {
    return Row.text(one, "attribute_id").equals(Row.text(other, "attribute_id"))
        && Row.text(one, "label").equals(Row.text(other, "label"))
        && Row.number(one, "position") == Row.number(other, "position");
  }

  private ObjectNode add(ObjectNode product, JsonNode option) {
    ObjectNode attribute = attributes.get(Row.text(option, "attribute_id"));
    return product
        .withArrayProperty("_configurable")
        .addObject()
        .put("id", tables.next("super_attribute"))
        .put("attribute_id", Row.text(attribute, "id"))
        .put("label", Row.text(option, "label"))
        .put("position", Row.number(option, "position"));
  }

  /** One more option of a product, which becomes configurable by it. */
  ObjectNode append(ObjectNode product, JsonNode option) {
    usable(option, Row.number(product, "attribute_set_id"));
    if (!Set.of("simple", "virtual", "configurable").contains(Row.text(product, "type_id"))) {
      throw ApiError.internal();
    }
    String id = Row.text(attributes.get(Row.text(option, "attribute_id")), "id");
    boolean has =
        product
            .path("_configurable")
            .valueStream()
            .anyMatch(o -> Row.text(o, "attribute_id").equals(id));
    if (has) {
      throw unsavedOption();
    }
    product.put("type_id", "configurable");
    return add(product, option);
  }
}
