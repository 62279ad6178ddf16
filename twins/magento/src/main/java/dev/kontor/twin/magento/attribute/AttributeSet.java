package dev.kontor.twin.magento.attribute;

import dev.kontor.twin.kit.Json;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * A set, as it is shown, and the codes of the attributes its products have, in the order in which
 * they were assigned.
 */
record AttributeSet(ObjectNode row, Set<String> codes) {
  private static final long PRODUCTS = 4;

  static AttributeSet of(long id, String name, long sort, Set<String> codes) {
    ObjectNode row =
        Json.object()
            .put("attribute_set_id", id)
            .put("attribute_set_name", name)
            .put("sort_order", sort)
            .put("entity_type_id", PRODUCTS);
    return new AttributeSet(row, new LinkedHashSet<>(codes));
  }
}
