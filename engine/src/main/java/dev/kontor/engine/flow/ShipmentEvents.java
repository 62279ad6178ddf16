package dev.kontor.engine.flow;

import dev.kontor.engine.config.ExportConditions;
import dev.kontor.model.Delivery;
import dev.kontor.model.DeliveryState;
import dev.kontor.model.Order;
import dev.kontor.model.OrderShipment;
import java.util.List;
import java.util.Optional;

/**
 * Each delivery that left is one business event, whatever else becomes of it; pure. One that shows
 * only what the ERP itself said is none: it would be its echo.
 */
final class ShipmentEvents {

  private static final String DISPATCHED = "dispatched:";

  private ShipmentEvents() {}

  /** Whether the event is a delivery that left. */
  static boolean isShipment(String event) {
    return event.startsWith(DISPATCHED);
  }

  /** The delivery an event is about; empty if the order does not show it. */
  static Optional<OrderShipment> shipment(Order order, String event) {
    return order.deliveries().stream()
        .filter(delivery -> event(delivery).equals(event))
        .findFirst()
        .map(delivery -> new OrderShipment(order, delivery));
  }

  private static String event(Delivery delivery) {
    return DISPATCHED + delivery.id();
  }

  static List<String> shown(Order order, ExportConditions conditions) {
    return ExportGate.obstacle(order, conditions).isPresent()
        ? List.of()
        : order.deliveries().stream()
            .filter(d -> d.state() == DeliveryState.SHIPPED && !d.told())
            .map(ShipmentEvents::event)
            .toList();
  }
}
