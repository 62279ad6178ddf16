package dev.kontor.twin.magento.sales;

import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import dev.kontor.twin.magento.stock.StockSku;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * The items of one order and what is open of each (Magento's Sales/Model/Order/Item). In a
 * composite product either the whole or its parts count; the others are dummies. Everything ships
 * together here, so parts are dummies of a shipment.
 */
final class Items {
  private static final BigDecimal ZERO = BigDecimal.ZERO;

  private final Tables tables;
  private final List<ObjectNode> rows;

  Items(Tables tables, ObjectNode order) {
    this.tables = tables;
    this.rows = tables.items().where("order_id", Row.number(order, "entity_id"));
  }

  List<ObjectNode> all() {
    return rows;
  }

  Optional<ObjectNode> find(long id) {
    return rows.stream().filter(r -> Row.number(r, "item_id") == id).findFirst();
  }

  List<ObjectNode> partsOf(ObjectNode item) {
    long id = Row.number(item, "item_id");
    return rows.stream().filter(r -> Row.number(r, "parent_item_id") == id).toList();
  }

  boolean isPart(ObjectNode item) {
    return item.hasNonNull("parent_item_id");
  }

  /** Whether an item's amounts stand elsewhere. */
  boolean isDummy(ObjectNode item) {
    boolean calculatedOnParts = item.path("_children_calculated").asBoolean(false);
    return isPart(item) ? !calculatedOnParts : calculatedOnParts && !partsOf(item).isEmpty();
  }

  BigDecimal toInvoice(ObjectNode item) {
    return isDummy(item)
        ? ZERO
        : qty(item, "ordered")
            .subtract(qty(item, "invoiced"))
            .subtract(qty(item, "canceled"))
            .max(ZERO);
  }

  BigDecimal toShip(ObjectNode item) {
    BigDecimal gone = qty(item, "shipped").max(qty(item, "refunded"));
    return isPart(item)
        ? ZERO
        : qty(item, "ordered").subtract(gone).subtract(qty(item, "canceled")).max(ZERO);
  }

  BigDecimal toRefund(ObjectNode item) {
    return isDummy(item) ? ZERO : qty(item, "invoiced").subtract(qty(item, "refunded")).max(ZERO);
  }

  BigDecimal toCancel(ObjectNode item) {
    return toInvoice(item).min(toShip(item));
  }

  boolean isVirtual(ObjectNode item) {
    return Row.number(item, "is_virtual") == 1;
  }

  static BigDecimal qty(ObjectNode item, String what) {
    return Row.amount(item, "qty_" + what);
  }

  /** How many of a part belong to this many of its whole. */
  static BigDecimal share(ObjectNode part, ObjectNode whole, BigDecimal qty) {
    return qty.multiply(qty(part, "ordered"))
        .divide(qty(whole, "ordered"), 4, java.math.RoundingMode.HALF_UP);
  }

  /** What lies in the stock for this many of an item: itself, or its parts. */
  List<Goods> goods(ObjectNode item, BigDecimal qty) {
    List<ObjectNode> parts = partsOf(item);
    return parts.isEmpty()
        ? List.of(new Goods(StockSku.of(tables, item), qty))
        : parts.stream().map(p -> new Goods(StockSku.of(tables, p), share(p, item, qty))).toList();
  }

  /** Pieces of one SKU. */
  record Goods(String sku, BigDecimal qty) {}
}
