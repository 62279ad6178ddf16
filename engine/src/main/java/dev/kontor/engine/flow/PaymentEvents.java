package dev.kontor.engine.flow;

import dev.kontor.engine.config.ExportConditions;
import dev.kontor.model.Capture;
import dev.kontor.model.Order;
import dev.kontor.model.OrderPayment;
import dev.kontor.model.Payment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Money a shop received for an order, each capture one business event, and payments that fell back
 * after they were entered; pure. Nothing is ever reversed because of the latter.
 */
final class PaymentEvents {

  private static final String PAID = "paid:";
  private static final String UNPAID = "unpaid:";

  private PaymentEvents() {}

  /** Whether the event is about a payment. */
  static boolean isPayment(String event) {
    return event.startsWith(PAID) || event.startsWith(UNPAID);
  }

  /** The capture an event is about; empty if the order does not show it. */
  static Optional<OrderPayment> payment(Order order, String event) {
    return captures(order).filter(paid -> event(paid).equals(event)).findFirst();
  }

  private static Stream<OrderPayment> captures(Order order) {
    return order.payments().stream()
        .flatMap(p -> p.captures().stream().map(c -> new OrderPayment(order, p, c)));
  }

  private static String event(OrderPayment paid) {
    return PAID + paid.id();
  }

  /**
   * Oldest payment first.
   *
   * @param before events about payments that are known already
   */
  static List<String> shown(Order order, List<KnownEvent> before, ExportConditions conditions) {
    List<String> shown = new ArrayList<>();
    captures(order)
        .filter(paid -> isMoney(paid.capture()) && !isTaken(paid, before))
        .filter(paid -> conditions.isSince(paid.capture().recordedAt()))
        .forEach(paid -> shown.add(event(paid)));
    shown.addAll(fallen(order, before));
    return shown;
  }

  private static boolean isMoney(Capture capture) {
    return capture.amount() == null || capture.amount().signum() > 0;
  }

  /** A shop may tell of captures only later, of money that was entered by the payment's state. */
  private static boolean isTaken(OrderPayment paid, List<KnownEvent> before) {
    String whole = PAID + paid.payment().id();
    return !event(paid).equals(whole)
        && before.stream()
            .filter(e -> e.event().equals(whole))
            .anyMatch(e -> !e.isUnsent() && !e.isSkipped());
  }

  /** What was or may have been entered, of payments that the shop shows no money of any more. */
  private static List<String> fallen(Order order, List<KnownEvent> before) {
    Set<String> received =
        order.payments().stream()
            .filter(p -> !p.captures().isEmpty())
            .map(Payment::id)
            .collect(Collectors.toSet());
    return before.stream()
        .filter(e -> e.event().startsWith(PAID) && e.isTold())
        .map(e -> OrderMoney.id(e.event()))
        .filter(id -> !received.contains(OrderPayment.paymentId(id)))
        .map(id -> UNPAID + id)
        .toList();
  }

  /**
   * Why a person must see to it.
   *
   * @param cancelled whether the target has been told that the order is cancelled
   */
  static Optional<String> obstacle(Order order, String event, boolean cancelled) {
    if (event.startsWith(UNPAID)) {
      return Optional.of(fell(order, OrderMoney.id(event)));
    }
    return payment(order, event).filter(p -> cancelled && isKept(p)).map(PaymentEvents::kept);
  }

  private static String fell(Order order, String id) {
    String state =
        order.payments().stream()
            .filter(p -> p.id().equals(OrderPayment.paymentId(id)))
            .map(p -> "is " + p.state())
            .findFirst()
            .orElse("is gone");
    return "payment %s of order %s was entered and %s in the shop now; the hub reverses nothing: take it out of the journal or reverse its entry, then discard this message"
        .formatted(id, order.number(), state);
  }

  private static boolean isKept(OrderPayment paid) {
    BigDecimal amount = paid.capture().amount();
    return amount == null || paid.payment().refunded().compareTo(captured(paid.payment())) < 0;
  }

  private static BigDecimal captured(Payment payment) {
    return payment.captures().stream()
        .map(Capture::amount)
        .filter(Objects::nonNull)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static String kept(OrderPayment paid) {
    return "order %s is cancelled, and payment %s was not given back; give it back in the shop, or enter it by hand, then discard this message"
        .formatted(paid.order().number(), paid.payment().id());
  }
}
