package dev.kontor.engine.flow;

import dev.kontor.engine.config.ExportConditions;
import dev.kontor.model.Delivery;
import dev.kontor.model.DeliveryState;
import dev.kontor.model.Order;
import dev.kontor.model.OrderState;
import dev.kontor.model.PaymentState;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

  private static final String NONE = "no other flow takes it";

  private ExportGate() {}

  /**
   * @param now by the clock that {@code order.placedAt} is read against
   */
  public static Verdict judge(Order order, ExportConditions conditions, Instant now) {
    Optional<String> obstacle = obstacle(order, conditions);
    if (obstacle.isPresent()) {
      return new Verdict.Stay(obstacle.get());
    }
    Instant free = order.placedAt().plus(conditions.hold());
    return free.isAfter(now) ? new Verdict.Hold(Duration.between(now, free)) : new Verdict.Pass();
  }

  /**
   * Why an order does not meet the conditions, however long it has been placed; empty if it does.
   */
  static Optional<String> obstacle(Order order, ExportConditions conditions) {
    if (order.state() == OrderState.CANCELLED) {
      return Optional.of("cancelled before transfer");
    }
    Optional<String> elsewhere = conditions.route().refusal(order);
    if (elsewhere.isPresent()) {
      return elsewhere;
    }
    for (String tag : order.tags()) {
      if (conditions.withoutTags().contains(tag)) {
        return Optional.of("carries tag " + tag);
      }
    }
    if (isTooEarly(order, conditions)) {
      return Optional.of("placed before the first order to export");
    }
    return payment(order, conditions).or(() -> delivery(order, conditions));
  }

  /**
   * The same of one flow among several: an order is entered in one company only.
   *
   * @param taker name of another flow that takes or has taken the order, null if there is none
   */
  public static Verdict judge(Order order, FlowLine line, @Nullable String taker, Instant now) {
    Verdict verdict = judge(order, line.config().conditions(), now);
    boolean astray = line.config().conditions().route().refusal(order).isPresent();
    if (!astray) {
      return taker == null ? verdict : new Verdict.Stay(hasIt(taker));
    }
    boolean cancelled = order.state() == OrderState.CANCELLED;
    if (cancelled || line.rivals().isEmpty() || !(verdict instanceof Verdict.Stay stay)) {
      return verdict;
    }
    String other = line.rightful(order).map(f -> "flow " + f.name() + " takes it").orElse(NONE);
    return new Verdict.Stay(stay.reason() + "; " + other);
  }

  /** Why an order is left alone that another flow takes. */
  public static String hasIt(String taker) {
    return "flow " + taker + " has it";
  }

  private static Optional<String> payment(Order order, ExportConditions conditions) {
    String method = order.paymentMethod() == null ? "*" : order.paymentMethod();
    Set<PaymentState> allowed = conditions.paymentStates().get(method);
    if (allowed == null) {
      allowed = conditions.paymentStates().getOrDefault("*", Set.of());
    }
    return conditions.paymentStates().isEmpty() || allowed.contains(order.paymentState())
        ? Optional.empty()
        : Optional.of(
            "payment " + method + " is " + order.paymentState() + ", export needs " + allowed);
  }

  private static Optional<String> delivery(Order order, ExportConditions conditions) {
    Set<DeliveryState> allowed = conditions.deliveryStates();
    return order.deliveries().stream()
        .map(Delivery::state)
        .filter(state -> !allowed.isEmpty() && !allowed.contains(state))
        .findFirst()
        .map(state -> "a delivery is " + state + ", export needs " + allowed);
  }

  /** Whether the hub is to know the order at all: older ones reached the ERP without it. */
  public static boolean concerns(Order order, ExportConditions conditions) {
    return !isTooEarly(order, conditions);
  }

  /**
   * The same of an order of which only that is known; true where its content must decide.
   *
   * @param changedAt of its newest version, so not before it was placed
   */
  public static boolean mayConcern(
      @Nullable String number, Instant changedAt, ExportConditions conditions) {
    boolean early = conditions.from() != null && changedAt.isBefore(conditions.from());
    return !early && !isBefore(number, conditions.fromNumber());
  }

  private static boolean isBefore(@Nullable String number, @Nullable String first) {
    return number != null && first != null && compareNumbers(number, first) < 0;
  }

  private static boolean isTooEarly(Order order, ExportConditions conditions) {
    if (conditions.from() != null && order.placedAt().isBefore(conditions.from())) {
      return true;
    }
    return isBefore(order.number(), conditions.fromNumber());
  }

  private static int compareNumbers(String left, String right) {
    boolean numeric = left.matches("\\d+") && right.matches("\\d+");
    return numeric ? new BigDecimal(left).compareTo(new BigDecimal(right)) : left.compareTo(right);
  }
}
