package dev.kontor.twin.shopware.shop;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.cart.Line;
import tools.jackson.databind.node.ObjectNode;

/** Writes a line of a computed cart into the fields of an order's line. */
final class LineRows {
  private LineRows() {}

  static ObjectNode of(Line line, int position) {
    boolean good = line.type() != Line.Type.PROMOTION;
    ObjectNode row =
        Json.object()
            .put("identifier", line.identifier())
            .put("referencedId", line.referencedId())
            .put("productId", line.productId())
            .put("promotionId", line.promotionId())
            .put("label", line.label())
            .put("description", line.description())
            .put("good", good)
            .put("removable", true)
            .put("stackable", good)
            .put("position", position)
            .put("type", line.type().json());
    row.setAll(OrderRows.money(line.price()));
    row.set("priceDefinition", line.definition());
    row.set("payload", line.payload());
    var states = row.putArray("states");
    if (line.type() == Line.Type.PRODUCT) {
      states.add("is-physical");
    }
    return row;
  }
}
