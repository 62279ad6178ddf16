package dev.kontor.twin.magento.rma;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Items of returns on their way: asked for, authorized, come back, approved. */
final class ReturnItems {
  private static final List<String> STATES =
      List.of("pending", "authorized", "received", "approved", "rejected", "denied");

  /** No more of the later than of the earlier. */
  private static final List<String> QUANTITIES =
      List.of("qty_requested", "qty_authorized", "qty_returned", "qty_approved");

  private static final List<String> TOLD = List.of("reason", "condition", "resolution");

  private final Tables tables;

  ReturnItems(Tables tables) {
    this.tables = tables;
  }

  /** Only what was shipped, and is not asked for already, can come back. */
  void check(ObjectNode order, JsonNode sent) {
    for (JsonNode item : sent) {
      ObjectNode row = tables.items().get(Row.number(item, "order_item_id"));
      boolean own = Row.number(row, "order_id") == Row.number(order, "entity_id");
      long asked = Row.number(item, "qty_requested");
      long open = Row.amount(row, "qty_shipped").longValue() - asked(row);
      if (!own || asked <= 0 || asked > open) {
        throw ApiError.of(
            400, "You cannot return more than was shipped of " + Row.text(row, "sku") + ".");
      }
    }
  }

  private long asked(ObjectNode row) {
    return tables.returns().where("order_id", Row.number(row, "order_id")).stream()
        .flatMap(r -> r.path("items").valueStream())
        .filter(i -> Row.number(i, "order_item_id") == Row.number(row, "item_id"))
        .filter(i -> !Set.of("rejected", "denied").contains(Row.text(i, "status")))
        .mapToLong(i -> Row.number(i, "qty_requested"))
        .sum();
  }

  ObjectNode requested(ObjectNode rma, ObjectNode sent) {
    ObjectNode item =
        Json.object()
            .put("entity_id", tables.next("return_item"))
            .put("rma_entity_id", Row.number(rma, "entity_id"))
            .put("order_item_id", Row.number(sent, "order_item_id"))
            .put("status", "pending");
    QUANTITIES.forEach(quantity -> item.put(quantity, 0));
    item.put("qty_requested", Row.number(sent, "qty_requested"));
    TOLD.forEach(field -> item.put(field, Row.text(sent, field)));
    return item;
  }

  void move(ObjectNode rma, ObjectNode sent) {
    ObjectNode item =
        rma.path("items")
            .valueStream()
            .map(ObjectNode.class::cast)
            .filter(i -> Row.number(i, "entity_id") == Row.number(sent, "entity_id"))
            .findFirst()
            .orElseThrow(ApiError::notFound);
    ObjectNode next = item.deepCopy();
    QUANTITIES.forEach(q -> sent.optional(q).ifPresent(value -> next.set(q, value)));
    sent.optional("status").ifPresent(value -> next.set("status", value));
    boolean known = STATES.contains(Row.text(next, "status"));
    for (int i = 1; i < QUANTITIES.size(); i++) {
      long before = Row.number(next, QUANTITIES.get(i - 1));
      known &= Row.number(next, QUANTITIES.get(i)) <= before;
    }
    if (!known) {
      throw ApiError.of(400, "The quantities or the status of an item of the return are wrong.");
    }
    item.setAll(next);
  }

  /** Of the whole return, by what its items are. */
  static String status(JsonNode items) {
    Set<String> states = new TreeSet<>();
    items.forEach(i -> states.add(Row.text(i, "status")));
    String furthest =
        STATES.stream().filter(states::contains).reduce((one, other) -> other).orElse("pending");
    if (states.size() > 1) {
      return furthest + "_on_item";
    }
    return switch (furthest) {
      case "approved" -> "processed_closed";
      case "rejected", "denied" -> "closed";
      default -> furthest;
    };
  }
}
