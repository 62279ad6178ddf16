package dev.kontor.engine.flow;

import dev.kontor.engine.config.ExportConditions;
import dev.kontor.model.Order;
import dev.kontor.model.Refund;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the refunds in a fresh snapshot of an order mean, given the events already known; pure. Each
 * refund is one business event, whatever else becomes of the order.
 */
public final class RefundEvents {

  private static final String REFUNDED = "refunded:";

  /**
   * @param emit events the ledger does not know yet, in the order the refunds were recorded
   * @param refresh events that were not sent: they take this newer snapshot and are tried again
   * @param withdraw events that were not sent and whose refund the shop does not show any more
   */
  public record Decision(List<String> emit, List<KnownEvent> refresh, List<KnownEvent> withdraw) {

    static final Decision NOTHING = new Decision(List.of(), List.of(), List.of());
  }

  private RefundEvents() {}

  /** Whether the event is a refund. */
  public static boolean isRefund(String event) {
    return event.startsWith(REFUNDED);
  }

  /** The refund an event is about; empty if the order does not show it. */
  public static Optional<Refund> refund(Order order, String event) {
    return order.refunds().stream().filter(r -> event(r).equals(event)).findFirst();
  }

  private static String event(Refund refund) {
    return REFUNDED + refund.id();
  }

  /**
   * Only of an order that is or will be in the target.
   *
   * @param known events of this order, oldest first
   * @param decided what this snapshot means for the order itself
   * @param conditions refunds recorded before {@code from} are left to people
   */
  public static Decision decide(
      Order order, List<KnownEvent> known, OrderDecision decided, ExportConditions conditions) {
    boolean transferred =
        decided instanceof OrderDecision.Emit
            || known.stream()
                .filter(e -> e.event().equals(OrderDecision.CREATED))
                .reduce((a, b) -> b)
                .filter(e -> !e.isSkipped() && !e.isDiscarded())
                .isPresent();
    List<KnownEvent> before = known.stream().filter(e -> isRefund(e.event())).toList();
    if (!transferred || (order.refunds().isEmpty() && before.isEmpty())) {
      return Decision.NOTHING;
    }
    List<String> shown =
        order.refunds().stream()
            .filter(refund -> refund.state() == Refund.State.COMPLETED)
            .filter(r -> conditions.from() == null || !r.recordedAt().isBefore(conditions.from()))
            .map(RefundEvents::event)
            .toList();
    List<String> emit = new ArrayList<>(shown);
    emit.removeAll(before.stream().map(KnownEvent::event).toList());
    var unsent =
        before.stream()
            .filter(KnownEvent::isUnsent)
            .collect(Collectors.partitioningBy(e -> shown.contains(e.event())));
    return new Decision(
        emit, unsent.getOrDefault(true, List.of()), unsent.getOrDefault(false, List.of()));
  }
}
