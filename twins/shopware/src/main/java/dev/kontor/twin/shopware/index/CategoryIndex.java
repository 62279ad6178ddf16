package dev.kontor.twin.shopware.index;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Level, path, breadcrumb and number of children of categories. */
final class CategoryIndex {
  private final Tables tables;

  CategoryIndex(Tables tables) {
    this.tables = tables;
  }

  /** The category itself and everything below it. */
  void update(String id) {
    tables.find("category", id).ifPresent(this::update);
  }

  private void update(ObjectNode category) {
    String id = Values.required(category, "id");
    List<ObjectNode> above = Ancestors.of(category, tables);
    List<ObjectNode> children = tables.where("category", "parentId", id);
    ObjectNode fields =
        Json.object().put("level", above.size() + 1).put("childCount", children.size());
    fields.put("path", path(above));
    var breadcrumb = fields.putArray("breadcrumb");
    above.forEach(c -> breadcrumb.add(Values.text(c, "name")));
    breadcrumb.add(Values.text(category, "name"));
    tables.updateSilently("category", id, fields);
    new ArrayList<>(children).forEach(this::update);
  }

  private static @org.jspecify.annotations.Nullable String path(List<ObjectNode> above) {
    StringBuilder path = new StringBuilder("|");
    above.forEach(c -> path.append(Values.required(c, "id")).append('|'));
    return above.isEmpty() ? null : path.toString();
  }
}
