package dev.kontor.twin.magento.sales;

import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import dev.kontor.twin.magento.stock.Deduction;
import dev.kontor.twin.magento.stock.Reservations;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Goods of a refund that go back to stock: what was shipped to the sources it came from, what was
 * not by ending its reservation. Only items named in return_to_stock_items do.
 */
final class Returns {
  private final Tables tables;
  private final Deduction deduction;
  private final Reservations reservations;

  Returns(Tables tables, Deduction deduction, Reservations reservations) {
    this.tables = tables;
    this.deduction = deduction;
    this.reservations = reservations;
  }

  void take(ObjectNode order, Items items, Map<ObjectNode, BigDecimal> pieces, JsonNode named) {
    JsonNode wanted = named.path("return_to_stock_items");
    pieces.forEach(
        (item, qty) -> {
          long id = Row.number(item, "item_id");
          boolean back =
              StreamSupport.stream(wanted.spliterator(), false).anyMatch(w -> w.asLong() == id);
          if (back && !items.isPart(item)) {
            BigDecimal open =
                Items.qty(item, "invoiced")
                    .subtract(Items.qty(item, "refunded"))
                    .add(qty)
                    .subtract(Items.qty(item, "shipped"))
                    .max(BigDecimal.ZERO)
                    .min(qty);
            toSources(order, items, item, qty.subtract(open));
            items
                .goods(item, open)
                .forEach(g -> reservations.append(order, "creditmemo_created", g.sku(), g.qty()));
          }
        });
  }

  /** What each shipment of the item took goes back to where that one left, the first first. */
  private void toSources(ObjectNode order, Items items, ObjectNode item, BigDecimal qty) {
    String id = String.valueOf(Row.number(item, "item_id"));
    BigDecimal left = qty;
    for (ObjectNode shipment :
        tables.shipments().where("order_id", Row.number(order, "entity_id"))) {
      ObjectNode back = shipment.withObjectProperty("_back");
      BigDecimal shipped =
          shipment
              .path("items")
              .valueStream()
              .filter(row -> row.path("order_item_id").asString("").equals(id))
              .map(row -> Row.amount(row, "qty"))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      BigDecimal some = shipped.subtract(Row.amount(back, id)).min(left);
      if (some.signum() > 0) {
        String source = Row.text(shipment.path("extension_attributes"), "source_code");
        items.goods(item, some).forEach(g -> deduction.giveBack(g.sku(), source, g.qty()));
        Row.add(back, id, some);
        left = left.subtract(some);
      }
    }
  }
}
