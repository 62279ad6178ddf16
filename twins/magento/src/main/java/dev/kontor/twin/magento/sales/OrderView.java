package dev.kontor.twin.magento.sales;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An order as the REST interface shows it (magento/contract.md §8). */
public final class OrderView {
  private final Tables tables;

  public OrderView(Tables tables) {
    this.tables = tables;
  }

  public ObjectNode order(ObjectNode row) {
    ObjectNode order = Row.shown(row);
    ArrayNode items = items(row);
    order.set("items", items);
    order.set("billing_address", row.path("_billing"));
    order.set("payment", row.path("_payment"));
    order.set("status_histories", histories(row));
    ObjectNode extension = order.putObject("extension_attributes");
    extension.putArray("shipping_assignments").add(shipping(row, items));
    row.path("_ext").properties().forEach(e -> extension.set(e.getKey(), e.getValue()));
    return order;
  }

  /** The items of an order as they stand in it and in its shipping assignment. */
  ArrayNode items(ObjectNode order) {
    ArrayNode items = Json.array();
    tables
        .items()
        .where("order_id", Row.number(order, "entity_id"))
        .forEach(i -> items.add(item(i)));
    return items;
  }

  /** Comments, the latest first. */
  ArrayNode histories(ObjectNode order) {
    List<ObjectNode> rows =
        tables.histories().where("parent_id", Row.number(order, "entity_id")).stream()
            .sorted(
                Comparator.comparing((ObjectNode h) -> Row.text(h, "created_at"))
                    .thenComparingLong(h -> Row.number(h, "entity_id"))
                    .reversed())
            .toList();
    ArrayNode list = Json.array();
    rows.forEach(h -> list.add(h.deepCopy()));
    return list;
  }

  // A virtual order has an assignment without address and method.
  private static ObjectNode shipping(ObjectNode order, ArrayNode items) {
    ObjectNode assignment = Json.object();
    ObjectNode shipping = assignment.putObject("shipping");
    order.path("_shipping").properties().forEach(s -> shipping.set(s.getKey(), s.getValue()));
    ObjectNode total = shipping.putObject("total");
    for (var column : order.properties()) {
      String name = column.getKey();
      boolean cost = name.startsWith("shipping_") || name.startsWith("base_shipping_");
      if (cost && column.getValue().isNumber()) {
        total.set(name, column.getValue());
      }
    }
    assignment.set("items", items);
    return assignment;
  }

  /** An item; what it belongs to stands within it. */
  public ObjectNode item(ObjectNode row) {
    ObjectNode item = plain(row);
    parent(row).ifPresent(p -> item.set("parent_item", plain(p)));
    return item;
  }

  private Optional<ObjectNode> parent(ObjectNode row) {
    return row.hasNonNull("parent_item_id")
        ? tables.items().find(Row.number(row, "parent_item_id"))
        : Optional.empty();
  }

  private static ObjectNode plain(ObjectNode row) {
    ObjectNode item = Row.shown(row);
    RowTotals.show(row, item, "");
    RowTotals.show(row, item, "base_");
    return item;
  }
}
