package dev.kontor.twin.magento.sales;

import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The comment a document may be made with. */
final class DocumentComments {
  private DocumentComments() {}

  /** Adds it when the caller wants it appended. */
  static void add(Tables tables, String kind, ObjectNode document, JsonNode given) {
    JsonNode comment = given.path("comment");
    if (!given.path("appendComment").asBoolean(false) || comment.isMissingNode()) {
      return;
    }
    ((ArrayNode) document.path("comments"))
        .addObject()
        .put("comment", Row.text(comment, "comment"))
        .put("created_at", tables.now())
        .put("entity_id", tables.next(kind + "_comment"))
        .put("is_customer_notified", given.path("notify").asBoolean(false) ? 1 : 0)
        .put("is_visible_on_front", Row.number(comment, "is_visible_on_front"))
        .put("parent_id", Row.number(document, "entity_id"));
  }
}
