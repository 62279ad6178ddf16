package dev.kontor.engine.flow;

import dev.kontor.engine.config.ExportConditions;
import dev.kontor.model.Order;
import dev.kontor.model.OrderState;
import dev.kontor.model.PaymentState;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Decides whether an order may leave the shop yet; pure. */
public final class ExportGate {

  /** The decision. */
  public sealed interface Verdict {
    /** It may leave now. */
    record Pass() implements Verdict {}

    /** It may leave after that time, if nothing changes. */
    record Hold(Duration remaining) implements Verdict {}

    /** It stays; a later change of the order is judged anew. */
    record Stay(String reason) implements Verdict {}
  }

  private ExportGate() {}

  /**
   * @param now by the clock that {@code order.placedAt} is read against
   */
  public static Verdict judge(Order order, ExportConditions conditions, Instant now) {
    if (order.state() == OrderState.CANCELLED) {
      return new Verdict.Stay("cancelled before transfer");
    }
    if (!conditions.channels().isEmpty()
        && (order.channel() == null || !conditions.channels().contains(order.channel()))) {
      return new Verdict.Stay("sales channel " + order.channel() + " is not exported");
    }
    for (String tag : order.tags()) {
      if (conditions.withoutTags().contains(tag)) {
        return new Verdict.Stay("carries tag " + tag);
      }
    }
    if (isTooEarly(order, conditions)) {
      return new Verdict.Stay("placed before the first order to export");
    }
    return payment(order, conditions, now);
  }

  private static Verdict payment(Order order, ExportConditions conditions, Instant now) {
    String method = order.paymentMethod() == null ? "*" : order.paymentMethod();
    Set<PaymentState> allowed = conditions.paymentStates().get(method);
    if (allowed == null) {
      allowed = conditions.paymentStates().getOrDefault("*", Set.of());
    }
    if (!conditions.paymentStates().isEmpty() && !allowed.contains(order.paymentState())) {
      return new Verdict.Stay(
          "payment " + method + " is " + order.paymentState() + ", export needs " + allowed);
    }
    Instant free = order.placedAt().plus(conditions.hold());
    return free.isAfter(now) ? new Verdict.Hold(Duration.between(now, free)) : new Verdict.Pass();
  }

  /** Whether the hub is to know the order at all: older ones reached the ERP without it. */
  public static boolean concerns(Order order, ExportConditions conditions) {
    return !isTooEarly(order, conditions);
  }

  private static boolean isTooEarly(Order order, ExportConditions conditions) {
    if (conditions.from() != null && order.placedAt().isBefore(conditions.from())) {
      return true;
    }
    String first = conditions.fromNumber();
    return first != null && compareNumbers(order.number(), first) < 0;
  }

  private static int compareNumbers(String left, String right) {
    boolean numeric = left.matches("\\d+") && right.matches("\\d+");
    return numeric ? new BigDecimal(left).compareTo(new BigDecimal(right)) : left.compareTo(right);
  }
}
