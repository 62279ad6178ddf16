package dev.kontor.twin.magento.sales;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import dev.kontor.twin.magento.stock.Deduction;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * POST /V1/order/{id}/ship, and the older POST /V1/shipment. More than is open is cut silently, an
 * item that cannot be shipped is left out; goods leave the source that is named
 * (magento/observed.md "Fulfilment").
 */
final class Shipping {
  private final Tables tables;
  private final Deduction deduction;

  Shipping(Tables tables, Deduction deduction) {
    this.tables = tables;
    this.deduction = deduction;
  }

  JsonNode ship(ObjectNode order, ObjectNode given) {
    OrderState state = new OrderState(tables, order);
    Map<ObjectNode, BigDecimal> pieces = pieces(state.items(), new Wishes(given.path("items")));
    Validation validation = new Validation("Shipment");
    boolean ready = !state.isVirtual() && !state.is("holded", "canceled", "payment_review");
    validation.because(
        !ready,
        "A shipment cannot be created when an order has a status of " + Row.text(order, "status"));
    validation.because(
        ready && !state.canShip(), "The order does not allow a shipment to be created.");
    validation.because(pieces.isEmpty(), "You can't create a shipment without products.");
    validation.done();
    String source = Row.text(given.path("arguments").path("extension_attributes"), "source_code");
    take(order, state.items(), pieces, source);
    ObjectNode shipment = document(order, pieces, source);
    given.path("tracks").forEach(t -> Tracks.add(tables, shipment, (ObjectNode) t));
    DocumentComments.add(tables, "shipment", shipment, given);
    register(state.items(), pieces);
    state.settle(true);
    return StringNode.valueOf(String.valueOf(Row.number(shipment, "entity_id")));
  }

  /**
   * POST /V1/shipment: goods leave and a document is made, but the order does not learn of it, and
   * nothing is held against what is open (magento/observed.md "Fulfilment").
   */
  JsonNode save(ObjectNode order, ObjectNode entity) {
    Items items = new OrderState(tables, order).items();
    Wishes wishes = new Wishes(entity.path("items"));
    Map<ObjectNode, BigDecimal> pieces = new LinkedHashMap<>();
    for (ObjectNode item : items.all()) {
      BigDecimal qty = wishes.of(Row.number(item, "item_id"), BigDecimal.ZERO);
      if (qty.signum() > 0) {
        pieces.put(item, qty);
      }
    }
    String source = Row.text(entity.path("extension_attributes"), "source_code");
    take(order, items, pieces, source);
    ObjectNode shipment = document(order, pieces, source);
    entity.path("tracks").forEach(t -> Tracks.add(tables, shipment, (ObjectNode) t));
    return Row.shown(shipment);
  }

  private static Map<ObjectNode, BigDecimal> pieces(Items items, Wishes wishes) {
    Map<ObjectNode, BigDecimal> pieces = new LinkedHashMap<>();
    for (ObjectNode item : items.all()) {
      BigDecimal open = items.toShip(item);
      BigDecimal qty = wishes.of(Row.number(item, "item_id"), open).min(open);
      if (qty.signum() > 0 && !items.isVirtual(item)) {
        pieces.put(item, qty);
      }
    }
    return pieces;
  }

  // The shop hides why goods cannot leave.
  private void take(
      ObjectNode order, Items items, Map<ObjectNode, BigDecimal> pieces, String source) {
    Map<String, BigDecimal> bySku = new LinkedHashMap<>();
    pieces.forEach(
        (item, qty) ->
            items.goods(item, qty).forEach(g -> bySku.merge(g.sku(), g.qty(), BigDecimal::add)));
    if (!deduction.take(order, source, bySku)) {
      throw ApiError.of(400, "Could not save a shipment, see error log for details");
    }
  }

  private ObjectNode document(ObjectNode order, Map<ObjectNode, BigDecimal> pieces, String source) {
    ObjectNode shipment = DocumentHeader.of(tables, "shipment", order);
    shipment.putArray("packages");
    tables.shipments().insert(shipment);
    ArrayNode rows = shipment.putArray("items");
    BigDecimal total = BigDecimal.ZERO;
    for (var piece : pieces.entrySet()) {
      rows.add(row(shipment, piece.getKey(), piece.getValue()));
      total = total.add(piece.getValue());
    }
    Row.put(shipment, "total_qty", total);
    shipment.putArray("tracks");
    shipment.putArray("comments");
    shipment.putObject("extension_attributes").put("source_code", source);
    return shipment;
  }

  private ObjectNode row(ObjectNode shipment, ObjectNode item, BigDecimal qty) {
    ObjectNode row =
        Json.object()
            .put("entity_id", tables.next("shipment_item"))
            .put("parent_id", Row.number(shipment, "entity_id"))
            .put("order_item_id", Row.number(item, "item_id"));
    for (String column : new String[] {"name", "price", "product_id", "sku", "weight"}) {
      item.optional(column).ifPresent(v -> row.set(column, v));
    }
    Row.put(row, "qty", qty);
    return row;
  }

  // The variant of a configurable product never counts as shipped; the parts of a bundle do.
  private void register(Items items, Map<ObjectNode, BigDecimal> pieces) {
    String now = tables.now();
    pieces.forEach(
        (item, qty) -> {
          Row.add(item, "qty_shipped", qty);
          item.put("updated_at", now);
          if (Row.text(item, "product_type").equals("bundle")) {
            for (ObjectNode part : items.partsOf(item)) {
              Row.add(part, "qty_shipped", Items.share(part, item, qty));
              part.put("updated_at", now);
            }
          }
        });
  }
}
