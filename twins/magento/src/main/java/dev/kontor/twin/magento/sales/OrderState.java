package dev.kontor.twin.magento.sales;

import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an order allows and where its documents move it (Magento's Sales/Model/Order and
 * Sales/Model/ResourceModel/Order/Handler/State, magento/contract.md §8).
 */
final class OrderState {
  private static final Set<String> ENDED = Set.of("canceled", "complete", "closed");
  private static final Set<String> MOVING = Set.of("processing", "complete");
  private static final int CENTS = 2;

  private final Tables tables;
  private final ObjectNode order;
  private final Items items;

  OrderState(Tables tables, ObjectNode order) {
    this.tables = tables;
    this.order = order;
    this.items = new Items(tables, order);
  }

  Items items() {
    return items;
  }

  String state() {
    return Row.text(order, "state");
  }

  boolean is(String... states) {
    return Stream.of(states).anyMatch(state()::equals);
  }

  boolean canInvoice() {
    return !is("holded", "payment_review")
        && !ENDED.contains(state())
        && items.all().stream().anyMatch(i -> items.toInvoice(i).signum() > 0);
  }

  boolean canShip() {
    return !is("holded", "payment_review", "canceled")
        && !isVirtual()
        && items.all().stream().anyMatch(i -> items.toShip(i).signum() > 0 && !items.isVirtual(i));
  }

  boolean isVirtual() {
    return Row.number(order, "is_virtual") == 1;
  }

  boolean canCreditmemo() {
    if (is("holded", "payment_review", "canceled", "closed")) {
      return false;
    }
    BigDecimal paid = Row.amount(order, "total_paid");
    BigDecimal refunded = Row.amount(order, "total_refunded");
    if (cents(paid).compareTo(cents(refunded)) != 0) {
      return true;
    }
    // Nothing paid and nothing given back: a free order may still get a credit memo.
    boolean credited =
        !tables.creditmemos().where("order_id", Row.number(order, "entity_id")).isEmpty();
    return !canInvoice() && !credited;
  }

  private static BigDecimal cents(BigDecimal amount) {
    return amount.setScale(CENTS, RoundingMode.HALF_UP);
  }

  boolean canCancel() {
    return !is("holded", "payment_review")
        && !ENDED.contains(state())
        && items.all().stream().anyMatch(i -> items.toInvoice(i).signum() > 0);
  }

  boolean canHold() {
    return !is("holded", "payment_review") && !ENDED.contains(state());
  }

  /** After an invoice, a shipment or a refund; {@code begun}: a new order is now in process. */
  void settle(boolean begun) {
    if (begun && is("new", "pending_payment")) {
      move("processing");
    }
    if (!is("canceled", "holded") && !canInvoice()) {
      if (MOVING.contains(state()) && !canCreditmemo() && !canShip() && !isVirtual()) {
        move("closed");
      } else if (is("processing") && (!canShip() || looksShipped())) {
        move("complete");
      }
    }
    order.put("updated_at", tables.now());
  }

  void move(String state) {
    order.put("state", state).put("status", Statuses.defaultOf(state));
  }

  /**
   * The shop counts shipped parts beside their whole; so an order with a bundle is complete with
   * goods still open (magento/observed.md "More on orders").
   */
  private boolean looksShipped() {
    long shipped = 0;
    long refunded = 0;
    for (ObjectNode item : items.all()) {
      shipped += Items.qty(item, "shipped").longValue();
      if (Row.text(item, "product_type").equals("simple")) {
        refunded += Items.qty(item, "refunded").longValue();
      }
    }
    BigDecimal handled = BigDecimal.valueOf(shipped + refunded);
    return shipped > 0 && Row.amount(order, "total_qty_ordered").compareTo(handled) <= 0;
  }
}
