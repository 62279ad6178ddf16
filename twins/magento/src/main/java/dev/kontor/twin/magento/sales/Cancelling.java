package dev.kontor.twin.magento.sales;

import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.b2b.Credits;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import dev.kontor.twin.magento.stock.Reservations;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls an order off, holds it and lets it go on. */
final class Cancelling {
  private static final List<String> PREFIXES = List.of("", "base_");

  private final Tables tables;
  private final Reservations reservations;

  Cancelling(Tables tables, Reservations reservations) {
    this.tables = tables;
    this.reservations = reservations;
  }

  /** False, with nothing done, for an order that cannot be canceled. */
  JsonNode cancel(ObjectNode order) {
    OrderState state = new OrderState(tables, order);
    if (!state.canCancel()) {
      return BooleanNode.FALSE;
    }
    String target = "canceled";
    Items items = state.items();
    for (ObjectNode item : items.all()) {
      if (!target.equals("processing") && items.toRefund(item).signum() > 0) {
        boolean more = items.toShip(item).compareTo(items.toCancel(item)) > 0;
        target = more ? "processing" : "complete";
      }
      cancel(order, items, item);
    }
    totals(order);
    new Credits(tables).reverted(order);
    state.move(target);
    order.put("updated_at", tables.now());
    return BooleanNode.TRUE;
  }

  private void cancel(ObjectNode order, Items items, ObjectNode item) {
    BigDecimal qty = items.toCancel(item);
    BigDecimal ordered = Items.qty(item, "ordered");
    Row.put(item, "qty_canceled", qty);
    share(item, "base_tax_amount", "tax_canceled", qty, ordered);
    if (item.has("discount_tax_compensation_amount")) {
      share(
          item,
          "discount_tax_compensation_amount",
          "discount_tax_compensation_canceled",
          qty,
          ordered);
    }
    item.put("updated_at", tables.now());
    items
        .goods(item, qty)
        .forEach(g -> reservations.append(order, "order_canceled", g.sku(), g.qty()));
  }

  private static void share(
      ObjectNode item, String of, String into, BigDecimal qty, BigDecimal ordered) {
    BigDecimal amount = Row.amount(item, of).multiply(qty);
    Row.add(item, into, amount.divide(ordered, 4, RoundingMode.HALF_UP));
  }

  private static void totals(ObjectNode order) {
    for (String prefix : PREFIXES) {
      rest(order, prefix, "subtotal", "subtotal");
      rest(order, prefix, "tax", "tax_amount");
      rest(order, prefix, "shipping", "shipping_amount");
      BigDecimal discount = Row.amount(order, prefix + "discount_amount").abs();
      Row.put(
          order,
          prefix + "discount_canceled",
          discount.subtract(Row.amount(order, prefix + "discount_invoiced").abs()));
      Row.put(
          order,
          prefix + "total_canceled",
          Row.amount(order, prefix + "grand_total")
              .subtract(Row.amount(order, prefix + "total_paid")));
    }
  }

  private static void rest(ObjectNode order, String prefix, String stem, String column) {
    Row.put(
        order,
        prefix + stem + "_canceled",
        Row.amount(order, prefix + column)
            .subtract(Row.amount(order, prefix + stem + "_invoiced")));
  }

  JsonNode hold(ObjectNode order) {
    OrderState state = new OrderState(tables, order);
    if (!state.canHold()) {
      throw ApiError.of(400, "A hold action is not available.");
    }
    order.set("hold_before_state", order.path("state"));
    order.set("hold_before_status", order.path("status"));
    state.move("holded");
    order.put("updated_at", tables.now());
    return BooleanNode.TRUE;
  }

  JsonNode unhold(ObjectNode order) {
    if (!new OrderState(tables, order).is("holded")) {
      throw ApiError.of(400, "You cannot remove the hold.");
    }
    order.set("state", order.path("hold_before_state"));
    order.set("status", order.path("hold_before_status"));
    order.remove(List.of("hold_before_state", "hold_before_status"));
    order.put("updated_at", tables.now());
    return BooleanNode.TRUE;
  }
}
