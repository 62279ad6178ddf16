package dev.kontor.twin.shopware.index;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The categories a product is found under: its own and all above them. */
final class CategoryTree {
  private CategoryTree() {}

  static JsonNode of(ObjectNode product, Tables tables) {
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
