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
 * Goods of a refund that go back to stock: what was shipped to the source it came from, what was
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
            items.goods(item, qty.subtract(open)).forEach(g -> toSource(order, g));
            items
                .goods(item, open)
                .forEach(g -> reservations.append(order, "creditmemo_created", g.sku(), g.qty()));
          }
        });
  }

  private void toSource(ObjectNode order, Items.Goods goods) {
    if (goods.qty().signum() > 0) {
      tables.shipments().where("order_id", Row.number(order, "entity_id")).stream()
          .map(s -> Row.text(s.path("extension_attributes"), "source_code"))
          .findFirst()
          .ifPresent(source -> deduction.giveBack(goods.sku(), source, goods.qty()));
    }
  }
}
