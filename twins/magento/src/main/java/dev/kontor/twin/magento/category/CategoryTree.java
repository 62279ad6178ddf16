package dev.kontor.twin.magento.category;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.data.Row;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Categories with those below them, with the values of one store view. */
final class CategoryTree {
  private static final List<String> FIELDS =
      List.of("id", "parent_id", "name", "is_active", "position", "level");

  private final Categories categories;
  private final CategoryView view;

  CategoryTree(Categories categories, CategoryView view) {
    this.categories = categories;
    this.view = view;
  }

  /**
   * @param depth levels below it that are shown
   */
  ObjectNode of(ObjectNode row, String store, long depth) {
    ObjectNode shown = view.one(row, store);
    ObjectNode node = Json.object();
    FIELDS.forEach(field -> node.set(field, shown.path(field)));
    node.put("product_count", categories.products(Row.number(row, "id")).size());
    ArrayNode children = node.putArray("children_data");
    if (depth > 0) {
      categories.children(row).forEach(c -> children.add(of(c, store, depth - 1)));
    }
    return node;
  }
}
