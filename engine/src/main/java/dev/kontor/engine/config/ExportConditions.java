package dev.kontor.engine.config;

import dev.kontor.model.DeliveryState;
import dev.kontor.model.PaymentState;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When an order may leave the shop; all must hold.
 *
 * @param paymentStates per payment method the states that allow export; key {@code *} for all other
 *     methods; an empty map allows every state
 * @param deliveryStates what each delivery of the order must be in; an empty set allows every state
 * @param route which orders the flow is for at all
 * @param withoutTags orders with any of these tags stay
 * @param hold how long after placing an order waits, so that the buyer can change their mind
 * @param from orders placed earlier stay; null for no limit
 * @param fromNumber orders with a lower number (compared as numbers if both are) stay; null for
 *     none
 */
public record ExportConditions(
    Map<String, Set<PaymentState>> paymentStates,
    Set<DeliveryState> deliveryStates,
    Route route,
    Set<String> withoutTags,
    Duration hold,
    @Nullable Instant from,
    @Nullable String fromNumber) {

  /** Exports every order at once. */
  public static final ExportConditions ALWAYS =
      new ExportConditions(Map.of(), Set.of(), Route.ALL, Set.of(), Duration.ZERO, null, null);

  public ExportConditions {
    paymentStates = Map.copyOf(paymentStates);
    deliveryStates = Set.copyOf(deliveryStates);
    withoutTags = Set.copyOf(withoutTags);
  }

  /** The same whatever became of the deliveries. */
  public ExportConditions(
      Map<String, Set<PaymentState>> paymentStates,
      Route route,
      Set<String> withoutTags,
      Duration hold,
      @Nullable Instant from,
      @Nullable String fromNumber) {
    this(paymentStates, Set.of(), route, withoutTags, hold, from, fromNumber);
  }

  /** Whether what was recorded at that time is wanted. */
  public boolean isSince(Instant recordedAt) {
    return from == null || !recordedAt.isBefore(from);
  }
}
