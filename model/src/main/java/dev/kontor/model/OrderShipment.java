package dev.kontor.model;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * One delivery with the order it belongs to: what a target needs to know to post its shipment.
 *
 * @param order as its shop shows it after the goods have left
 * @param delivery one of the order's
 */
public record OrderShipment(Order order, Delivery delivery) {

  /** The external reference of what ships a delivery, 13 characters longer than the order's. */
  public static String reference(String orderReference, String deliveryId) {
    return OrderReference.of(orderReference, "delivery " + deliveryId);
  }

  /** Whether nothing of the order is still to leave. */
  public boolean completesOrder() {
    return order.deliveries().stream()
        .allMatch(d -> d.hasLeft() || d.state() == DeliveryState.CANCELLED);
  }

  /**
   * Pieces of each article that have left so far, with this delivery and all others; 0 for what is
   * still to leave.
   */
  public Map<String, BigDecimal> shipped() {
    Map<String, BigDecimal> byLine = new TreeMap<>();
    order.deliveries().stream()
        .filter(Delivery::hasLeft)
        .flatMap(d -> d.lines().stream())
        .forEach(line -> byLine.merge(line.orderLine(), line.quantity(), BigDecimal::add));
    Map<String, BigDecimal> bySku = new TreeMap<>();
    for (OrderLine line : order.lines()) {
      if (line.kind() == LineKind.GOODS && line.sku() != null) {
        // An order that was edited may have fewer than its delivery was made with.
        BigDecimal left = byLine.getOrDefault(line.id(), BigDecimal.ZERO).min(line.quantity());
        bySku.merge(line.sku(), left, BigDecimal::add);
      }
    }
    return bySku;
  }
}
