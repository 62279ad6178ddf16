package dev.kontor.twin.magento.stock;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.cart.Cart;
import dev.kontor.twin.magento.cart.Line;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.math.BigDecimal;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * What orders hold back: an order appends a negative reservation, each shipment, cancellation and
 * refund a positive one; none is ever changed (magento/contract.md §7).
 */
public final class Reservations {
  private static final Set<String> COMPOSITE = Set.of("configurable", "bundle");

  private final Tables tables;
  private final Stock stock;

  public Reservations(Tables tables, Stock stock) {
    this.tables = tables;
    this.stock = stock;
  }

  /** Throws IllegalArgumentException when the shop has not got what the cart wants. */
  public void check(Cart cart, boolean virtual) {
    for (Line line : cart.lines().filter(l -> l.children().isEmpty()).toList()) {
      String sku = Row.text(line.product(), "sku");
      if (!virtual && stock.salable(sku, Stock.SOLD_FROM).compareTo(line.qty()) < 0) {
        throw new IllegalArgumentException("The requested qty of " + sku + " is not available");
      }
    }
  }

  /** Reserves every piece of an order just placed. */
  public void placed(ObjectNode order) {
    for (ObjectNode item : tables.items().where("order_id", Row.number(order, "entity_id"))) {
      if (!COMPOSITE.contains(Row.text(item, "product_type"))) {
        append(
            order,
            "order_placed",
            StockSku.of(tables, item),
            Row.amount(item, "qty_ordered").negate());
      }
    }
  }

  /** Takes in {@code {sku, quantity}} of orders nobody knows more of. */
  public void take(ObjectNode given) {
    tables.reservations().insert(given.deepCopy().put("stock_id", Stock.SOLD_FROM));
  }

  /** Appends a reservation; pieces are positive when they become free. */
  public void append(ObjectNode order, String event, String sku, BigDecimal pieces) {
    if (pieces.signum() == 0) {
      return;
    }
    ObjectNode metadata =
        Json.object()
            .put("event_type", event)
            .put("object_type", "order")
            .put("object_id", String.valueOf(Row.number(order, "entity_id")))
            .put("object_increment_id", Row.text(order, "increment_id"));
    ObjectNode row =
        Json.object()
            .put("stock_id", Stock.SOLD_FROM)
            .put("sku", sku)
            .put("metadata", metadata.toString());
    Row.put(row, "quantity", pieces);
    tables.reservations().insert(row);
  }
}
