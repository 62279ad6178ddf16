package dev.kontor.twin.magento.stock;

import dev.kontor.twin.magento.data.Row;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Goods that leave a source and come back to it. What leaves ends the order's reservation of it
 * (magento/contract.md §7).
 */
public final class Deduction {
  private final Stock stock;
  private final Reservations reservations;

  public Deduction(Stock stock, Reservations reservations) {
    this.stock = stock;
    this.reservations = reservations;
  }

  /** False, with nothing taken, when the source is not known or has not got it all. */
  public boolean take(ObjectNode order, String source, Map<String, BigDecimal> goods) {
    for (var piece : goods.entrySet()) {
      Optional<ObjectNode> item = stock.item(piece.getKey(), source);
      if (item.filter(i -> Row.amount(i, "quantity").compareTo(piece.getValue()) >= 0).isEmpty()) {
        return false;
      }
    }
    goods.forEach(
        (sku, qty) -> {
          move(sku, source, qty.negate());
          reservations.append(order, "shipment_created", sku, qty);
        });
    return true;
  }

  /** Puts goods back to a source that has the SKU. */
  public void giveBack(String sku, String source, BigDecimal qty) {
    move(sku, source, qty);
  }

  // A source without any is out of stock, one that gets some is in stock again.
  private void move(String sku, String source, BigDecimal by) {
    ObjectNode item = stock.item(sku, source).orElseThrow();
    Row.add(item, "quantity", by);
    item.put("status", Row.amount(item, "quantity").signum() > 0 ? 1 : 0);
  }
}
