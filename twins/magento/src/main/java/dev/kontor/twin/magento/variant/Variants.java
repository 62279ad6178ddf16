package dev.kontor.twin.magento.variant;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.attribute.Attributes;
import dev.kontor.twin.magento.attribute.Options;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a configurable product varies in ({@code _configurable}) and its variants ({@code _links},
 * by number). A variant knows the first product it belongs to ({@code _parent}, a SKU) and what is
 * chosen with it ({@code _options}), for the storefront.
 */
public final class Variants {
  private static final String CONFIGURABLE = "configurable";

  private final Tables tables;
  private final Attributes attributes;

  public Variants(Tables tables, Attributes attributes) {
    this.tables = tables;
    this.attributes = attributes;
  }

  public static boolean isConfigurable(JsonNode product) {
    return Row.text(product, "type_id").equals(CONFIGURABLE);
  }

  /** Those there still are, in the order in which they were linked. */
  public List<ObjectNode> children(ObjectNode configurable) {
    return links(configurable).mapToObj(tables.products()::find).flatMap(c -> c.stream()).toList();
  }

  static LongStream links(ObjectNode configurable) {
    return configurable.path("_links").valueStream().mapToLong(JsonNode::asLong);
  }

  /** The options of a product as they are shown; their values are those its variants have. */
  public ArrayNode options(ObjectNode configurable) {
    ArrayNode options = Json.array();
    List<ObjectNode> children = children(configurable);
    for (JsonNode stored : configurable.path("_configurable")) {
      ObjectNode option = ((ObjectNode) stored).deepCopy();
      ArrayNode values = option.putArray("values");
      ObjectNode attribute = attributes.get(Row.text(stored, "attribute_id"));
      Set<String> used =
          children.stream()
              .map(c -> value(c, Row.text(attribute, "code")))
              .collect(Collectors.toCollection(TreeSet::new));
      for (JsonNode known : Options.sorted(attribute)) {
        if (used.contains(Row.text(known, "value"))) {
          values.addObject().put("value_index", Long.parseLong(Row.text(known, "value")));
        }
      }
      options.add(option.put("product_id", Row.number(configurable, "id")));
    }
    return options;
  }

  /** A product's value of an attribute, empty when it has none. */
  static String value(JsonNode product, String code) {
    return Row.text(product.path("_custom"), code);
  }

  /** The code of the attribute an option is about. */
  String code(JsonNode option) {
    return Row.text(attributes.get(Row.text(option, "attribute_id")), "code");
  }

  /** Makes these its variants and no others. */
  public void link(ObjectNode configurable, List<Long> ids) {
    String sku = Row.text(configurable, "sku");
    for (ObjectNode child : children(configurable)) {
      if (!ids.contains(Row.number(child, "id")) && Row.text(child, "_parent").equals(sku)) {
        child.remove(List.of("_parent", "_options"));
      }
    }
    ArrayNode links = configurable.putArray("_links");
    ids.stream().distinct().forEach(links::add);
    refresh(configurable);
  }

  /** Notes at each variant what is chosen with it. */
  public void refresh(ObjectNode configurable) {
    String sku = Row.text(configurable, "sku");
    for (ObjectNode child : children(configurable)) {
      if (!child.has("_parent")) {
        child.put("_parent", sku);
      }
      if (Row.text(child, "_parent").equals(sku)) {
        choose(configurable, child);
      }
    }
  }

  private void choose(ObjectNode configurable, ObjectNode child) {
    ArrayNode chosen = child.putArray("_options");
    for (JsonNode option : configurable.path("_configurable")) {
      String value = value(child, code(option));
      if (value.matches("\\d+")) {
        chosen
            .addObject()
            .put("option_id", Row.text(option, "attribute_id"))
            .put("option_value", Long.parseLong(value));
      }
    }
  }

  /** A product is saved: what it is, or what is chosen with it, may be another. */
  public void saved(ObjectNode product) {
    if (product.has("_parent")) {
      tables.products().named("sku", Row.text(product, "_parent")).ifPresent(this::refresh);
    }
    if (isConfigurable(product)) {
      refresh(product);
    }
  }

  /** A product is gone: its variants stay, as products of their own. */
  public void deleted(ObjectNode product) {
    if (isConfigurable(product)) {
      link(product, List.of());
    }
    if (product.has("_parent")) {
      long id = Row.number(product, "id");
      tables
          .products()
          .named("sku", Row.text(product, "_parent"))
          .ifPresent(p -> link(p, links(p).filter(l -> l != id).boxed().toList()));
    }
  }
}
