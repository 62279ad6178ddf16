package dev.kontor.twin.shopware.index;

import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The categories above a category, the root first. */
final class Ancestors {
  private Ancestors() {}

  static List<ObjectNode> of(ObjectNode category, Tables tables) {
    List<ObjectNode> above = new ArrayList<>();
    String parentId = Values.text(category, "parentId");
    while (parentId != null) {
      ObjectNode parent = tables.find("category", parentId).orElse(null);
      if (parent == null || above.contains(parent)) {
        break;
      }
      above.addFirst(parent);
      parentId = Values.text(parent, "parentId");
    }
    return above;
  }
}
