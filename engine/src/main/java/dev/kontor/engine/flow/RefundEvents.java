package dev.kontor.engine.flow;

import dev.kontor.engine.config.ExportConditions;
import dev.kontor.model.Order;
import dev.kontor.model.Refund;
import java.util.List;
import java.util.Optional;

/** Each completed refund of an order is one business event, whatever else becomes of it; pure. */
final class RefundEvents {

  private static final String REFUNDED = "refunded:";

  private RefundEvents() {}

  /** Whether the event is a refund. */
  static boolean isRefund(String event) {
    return event.startsWith(REFUNDED);
  }

  /** The refund an event is about; empty if the order does not show it. */
  static Optional<Refund> refund(Order order, String event) {
    return order.refunds().stream().filter(r -> event(r).equals(event)).findFirst();
  }

  private static String event(Refund refund) {
    return REFUNDED + refund.id();
  }

  /** In the order the refunds were recorded. */
  static List<String> shown(Order order, ExportConditions conditions) {
    return order.refunds().stream()
        .filter(refund -> refund.state() == Refund.State.COMPLETED)
        .filter(refund -> conditions.isSince(refund.recordedAt()))
        .map(RefundEvents::event)
        .toList();
  }
}
