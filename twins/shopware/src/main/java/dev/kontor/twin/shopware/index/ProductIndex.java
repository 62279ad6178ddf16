package dev.kontor.twin.shopware.index;

import dev.kontor.twin.kit.Ids;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
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
    fields.set("variation", Variation.of(product, tables));
    fields.set("categoryTree", CategoryTree.of(product, tables));
    if (!product.has("states")) {
      fields.putArray("states").add("is-physical");
    }
    tables.updateSilently("product", id, fields);
  }
}
