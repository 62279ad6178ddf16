package dev.kontor.twin.magento.sales;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Comments of an order. One that names a status of the order's state sets it; another status is
 * refused. A comment alone does not move the order's updated_at (magento/observed.md "Fulfilment").
 */
final class Comments {
  private final Tables tables;
  private final Statuses statuses;

  Comments(Tables tables, Statuses statuses) {
    this.tables = tables;
    this.statuses = statuses;
  }

  JsonNode add(ObjectNode order, JsonNode given) {
    String status = Row.text(given, "status");
    if (!status.isEmpty()) {
      if (!statuses.belongs(status, Row.text(order, "state"))) {
        throw ApiError.listed(
            400,
            "Unable to add comment: The status \"%1\" is not part of the order\n"
                + "                 status history.",
            status);
      }
      if (!status.equals(Row.text(order, "status"))) {
        order.put("status", status);
        order.put("updated_at", tables.now());
      }
    }
    ObjectNode history = history(order, Row.textOrNull(given, "comment"));
    history.put("is_customer_notified", Row.number(given, "is_customer_notified"));
    history.put("is_visible_on_front", Row.number(given, "is_visible_on_front"));
    return BooleanNode.TRUE;
  }

  /** A comment the shop makes itself, with the status the order has. */
  ObjectNode history(ObjectNode order, @Nullable String comment) {
    ObjectNode history = Json.object().put("comment", comment);
    history
        .put("created_at", tables.now())
        .put("is_customer_notified", 0)
        .put("is_visible_on_front", 0)
        .put("parent_id", Row.number(order, "entity_id"))
        .put("status", Row.text(order, "status"));
    return tables.histories().insert(history);
  }
}
