package dev.kontor.twin.shopware.index;

import dev.kontor.twin.kit.Ids;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Number of variants, their options in words, and the categories a product is found under. */
final class ProductIndex {
  private final Tables tables;

  ProductIndex(Tables tables) {
    this.tables = tables;
  }

  void update(String id) {
    tables.find("product", id).ifPresent(product -> update(id, product));
  }

  private void update(String id, ObjectNode product) {
    String parentId = Values.text(product, "parentId");
    ObjectNode fields = Json.object();
    if (parentId == null) {
      int variants = tables.where("product", "parentId", id).size();
      fields.put("childCount", variants);
      fields.put("displayGroup", variants > 0 ? null : Ids.hex(id));
    } else {
      fields.put("displayGroup", Ids.hex(parentId));
    }
    fields.set("variation", variation(product));
    fields.set("categoryTree", tree(product));
    if (!product.has("states")) {
      fields.putArray("states").add("is-physical");
    }
    tables.updateSilently("product", id, fields);
  }

  private ArrayNode variation(ObjectNode product) {
    List<ObjectNode> options =
        product
            .path("optionIds")
            .valueStream()
            .flatMap(o -> tables.find("property_group_option", o.asString()).stream())
            .toList();
    ArrayNode list = Json.array();
    options.stream()
        .map(
            o ->
                Json.object()
                    .put("group", Values.text(group(o), "name"))
                    .put("option", Values.text(o, "name")))
        .sorted(Comparator.comparing(o -> o.path("group").asString("")))
        .forEach(list::add);
    return list;
  }

  private ObjectNode group(ObjectNode option) {
    return tables.get("property_group", Values.required(option, "groupId"));
  }

  private JsonNode tree(ObjectNode product) {
    Set<String> ids = new LinkedHashSet<>();
    for (JsonNode node : product.path("categoryIds")) {
      tables
          .find("category", node.asString())
          .ifPresent(
              category -> {
                Ancestors.of(category, tables).forEach(c -> ids.add(Values.required(c, "id")));
                ids.add(node.asString());
              });
    }
    ArrayNode tree = Json.array();
    ids.forEach(tree::add);
    return ids.isEmpty() ? Json.MAPPER.nullNode() : tree;
  }
}
