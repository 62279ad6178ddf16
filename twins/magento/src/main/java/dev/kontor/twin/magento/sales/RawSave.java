package dev.kontor.twin.magento.sales;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * POST /V1/orders: writes the columns that are sent, no more: no totals, stock, payment or mail
 * (magento/contract.md §13). The order number stays (Magento's Sales/Model/ResourceModel/
 * EntityAbstract, 2.4.7); an order that is not there is an error of the server.
 */
final class RawSave {
  private static final List<String> SEPARATE =
      List.of(
          "entity_id",
          "created_at",
          "updated_at",
          "items",
          "billing_address",
          "payment",
          "status_histories",
          "extension_attributes");

  private final Tables tables;
  private final OrderView view;

  RawSave(Tables tables, OrderView view) {
    this.tables = tables;
    this.view = view;
  }

  /** Answers with what was sent and with what belongs to the order. */
  JsonNode order(JsonNode sent) {
    Optional<ObjectNode> found = tables.orders().find(Row.number(sent, "entity_id"));
    if (found.isEmpty()) {
      throw ApiError.internal();
    }
    ObjectNode order = found.get();
    ObjectNode answer = Json.object().put("entity_id", Row.number(order, "entity_id"));
    boolean changed = false;
    for (var column : sent.properties()) {
      if (!SEPARATE.contains(column.getKey())) {
        changed |= !column.getValue().equals(order.get(column.getKey()));
        order.set(column.getKey(), column.getValue());
        answer.set(column.getKey(), column.getValue());
      }
    }
    if (changed) {
      order.put("updated_at", tables.now());
    }
    answer.set("created_at", order.path("created_at"));
    answer.set("updated_at", order.path("updated_at"));
    answer.set("items", view.items(order));
    answer.set("billing_address", order.path("_billing"));
    answer.set("payment", order.path("_payment"));
    answer.set("status_histories", view.histories(order));
    return answer;
  }
}
