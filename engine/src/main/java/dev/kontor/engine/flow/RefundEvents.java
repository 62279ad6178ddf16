package dev.kontor.engine.flow;

import dev.kontor.engine.config.ExportConditions;
import dev.kontor.model.Order;
import dev.kontor.model.Refund;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Each completed refund of an order is one business event, and so is that one was called off after
 * it was credited; pure. Nothing is ever reversed because of the latter.
 */
final class RefundEvents {

  private static final String REFUNDED = "refunded:";
  private static final String CALLED_OFF = "unrefunded:";

  private RefundEvents() {}

  /** Whether the event is a refund. */
  static boolean isRefund(String event) {
    return event.startsWith(REFUNDED) || event.startsWith(CALLED_OFF);
  }

  /** The refund an event is about; empty if the order does not show it. */
  static Optional<Refund> refund(Order order, String event) {
    return order.refunds().stream().filter(r -> event(r).equals(event)).findFirst();
  }

  private static String event(Refund refund) {
    return REFUNDED + refund.id();
  }

  /**
   * In the order the refunds were recorded.
   *
   * @param before events about refunds that are known already
   */
  static List<String> shown(Order order, List<KnownEvent> before, ExportConditions conditions) {
    List<Refund> completed =
        order.refunds().stream().filter(r -> r.state() == Refund.State.COMPLETED).toList();
    List<String> shown = new ArrayList<>();
    completed.stream()
        .filter(refund -> conditions.isSince(refund.recordedAt()))
        .forEach(refund -> shown.add(event(refund)));
    Set<String> given = completed.stream().map(RefundEvents::event).collect(Collectors.toSet());
    before.stream()
        .filter(e -> e.event().startsWith(REFUNDED) && e.isTold() && !given.contains(e.event()))
        .forEach(e -> shown.add(CALLED_OFF + OrderMoney.id(e.event())));
    return shown;
  }

  /** Why a person must see to it. */
  static Optional<String> obstacle(Order order, String event) {
    return event.startsWith(CALLED_OFF)
        ? Optional.of(calledOff(order, OrderMoney.id(event)))
        : Optional.empty();
  }

  private static String calledOff(Order order, String id) {
    String state =
        order.refunds().stream()
            .filter(refund -> refund.id().equals(id))
            .map(refund -> "is " + refund.state())
            .findFirst()
            .orElse("is gone");
    return "refund %s of order %s was credited and %s in the shop now; the hub reverses nothing: delete the draft or cancel the posted credit memo if the buyer keeps no money, then discard this message"
        .formatted(id, order.number(), state);
  }
}
