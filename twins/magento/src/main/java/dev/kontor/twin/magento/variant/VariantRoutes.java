package dev.kontor.twin.magento.variant;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.api.Param;
import dev.kontor.twin.magento.api.Request;
import dev.kontor.twin.magento.api.Routes;
import dev.kontor.twin.magento.attribute.Attributes;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The routes of configurable products (Magento_ConfigurableProduct, Model/LinkManagement and
 * Model/OptionRepository).
 */
public final class VariantRoutes {
  private static final String ONE = "/V1/configurable-products/:sku";

  private final Tables tables;
  private final Attributes attributes;
  private final Variants variants;
  private final VariantSave save;
  private final Function<Request, ObjectNode> products;
  private final BiFunction<ObjectNode, String, ArrayNode> children;

  /**
   * @param products finds the product a request names, or answers the shop's 404
   * @param children shows the variants of a product with the values of one store view
   */
  public VariantRoutes(
      Tables tables,
      Attributes attributes,
      Variants variants,
      Function<Request, ObjectNode> products,
      BiFunction<ObjectNode, String, ArrayNode> children) {
    this.tables = tables;
    this.attributes = attributes;
    this.variants = variants;
    this.save = new VariantSave(tables, attributes, variants);
    this.products = products;
    this.children = children;
  }

  public void into(Routes routes) {
    Param option = Param.required("option", "configurable-product-data-option-interface");
    routes
        .on("GET " + ONE + "/children", r -> children.apply(products.apply(r), r.store()))
        .on("POST " + ONE + "/child", this::add, Param.required("childSku", "string"))
        .on("DELETE " + ONE + "/children/:childSku", this::remove)
        .on("GET " + ONE + "/options/all", r -> variants.options(configurable(r)))
        .on("GET " + ONE + "/options/:id", this::option)
        .on("POST " + ONE + "/options", this::append, option)
        .on("PUT " + ONE + "/options/:id", this::change, option)
        .on("DELETE " + ONE + "/options/:id", this::delete);
  }

  private ObjectNode configurable(Request request) {
    ObjectNode product = products.apply(request);
    if (!Variants.isConfigurable(product)) {
      throw ApiError.listed(
          400,
          "This is implemented for the \"%1\" configurable product only.",
          request.path("sku"));
    }
    return product;
  }

  private JsonNode option(Request request) {
    long id = request.id("id");
    return variants
        .options(configurable(request))
        .valueStream()
        .filter(o -> Row.number(o, "id") == id)
        .findFirst()
        .orElseThrow(
            () ->
                ApiError.listed(
                    404,
                    "The \"%1\" entity that was requested doesn't exist. Verify the entity and try"
                        + " again.",
                    request.path("id")));
  }

  private JsonNode append(Request request) {
    ObjectNode option = save.append(products.apply(request), request.param("option"));
    return StringNode.valueOf(option.path("id").asString());
  }

  private static ObjectNode stored(ObjectNode product, Request request) {
    long id = request.id("id");
    return product
        .path("_configurable")
        .valueStream()
        .filter(o -> Row.number(o, "id") == id)
        .map(ObjectNode.class::cast)
        .findFirst()
        .orElseThrow(VariantRoutes::noOption);
  }

  private static ApiError noOption() {
    return ApiError.of(
        404, "The option that was requested doesn't exist. Verify the entity and try again.");
  }

  private JsonNode change(Request request) {
    ObjectNode option = stored(configurable(request), request);
    JsonNode sent = request.param("option");
    for (String field : List.of("label", "position")) {
      sent.optional(field).ifPresent(v -> option.set(field, v));
    }
    return StringNode.valueOf(option.path("id").asString());
  }

  /** The variants go with it. */
  private JsonNode delete(Request request) {
    ObjectNode product = configurable(request);
    stored(product, request);
    variants.link(product, List.of());
    product
        .withArrayProperty("_configurable")
        .removeIf(o -> Row.number(o, "id") == request.id("id"));
    return BooleanNode.TRUE;
  }

  private JsonNode add(Request request) {
    ObjectNode product = products.apply(request);
    ObjectNode child =
        tables
            .products()
            .named("sku", request.param("childSku").asString("").strip())
            .orElseThrow(
                () ->
                    ApiError.of(
                        404,
                        "The product that was requested doesn't exist. Verify the product and try"
                            + " again."));
    List<Long> ids = Variants.links(product).boxed().toList();
    if (ids.contains(Row.number(child, "id"))) {
      throw ApiError.of(400, "The product is already attached.");
    }
    if (product.path("_configurable").isEmpty()) {
      throw ApiError.of(400, "The parent product doesn't have configurable product options.");
    }
    for (JsonNode option : product.path("_configurable")) {
      if (Variants.value(child, variants.code(option)).isEmpty()) {
        throw ApiError.listed(
            400,
            "The child product doesn't have the \"%1\" attribute value. Verify the value and try"
                + " again.",
            variants.code(option));
      }
    }
    ObjectNode sent = relabelled(product);
    ArrayNode links =
        sent.withObjectProperty("extension_attributes").putArray("configurable_product_links");
    ids.forEach(links::add);
    links.add(Row.number(child, "id"));
    store(product, sent);
    return BooleanNode.TRUE;
  }

  // The shop makes the options anew of their attributes, whose labels they get, with all values.
  private ObjectNode relabelled(ObjectNode product) {
    ObjectNode sent = Json.object().put("type_id", "configurable");
    ArrayNode options =
        sent.putObject("extension_attributes").putArray("configurable_product_options");
    for (JsonNode option : product.path("_configurable")) {
      ObjectNode attribute = attributes.get(Row.text(option, "attribute_id"));
      ObjectNode made = ((ObjectNode) option).deepCopy();
      made.put("label", Row.text(attribute, "label"));
      made.putArray("values").addObject().put("value_index", 1);
      options.add(made);
    }
    return sent;
  }

  private void store(ObjectNode product, ObjectNode sent) {
    sent.set("attribute_set_id", product.path("attribute_set_id"));
    save.check(sent, Optional.of(product));
    save.save(sent, product);
    product.put("updated_at", tables.now());
  }

  private JsonNode remove(Request request) {
    ObjectNode product = products.apply(request);
    if (!Variants.isConfigurable(product)) {
      throw ApiError.listed(
          400,
          "The product with the \"%1\" SKU isn't a configurable product.",
          request.path("sku"));
    }
    List<Long> kept =
        variants.children(product).stream()
            .filter(c -> !Row.text(c, "sku").equals(request.path("childSku")))
            .map(c -> Row.number(c, "id"))
            .toList();
    if (kept.size() == variants.children(product).size()) {
      throw noOption();
    }
    variants.link(product, kept);
    product.put("updated_at", tables.now());
    return BooleanNode.TRUE;
  }
}
