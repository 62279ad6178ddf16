package dev.kontor.engine.config;

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
 * @param channels sales channels exported; empty for all
 * @param withoutTags orders with any of these tags stay
 * @param hold how long after placing an order waits, so that the buyer can change their mind
 * @param from orders placed earlier stay; null for no limit
 * @param fromNumber orders with a lower number (compared as numbers if both are) stay; null for
 *     none
 */
public record ExportConditions(
    Map<String, Set<PaymentState>> paymentStates,
    Set<String> channels,
    Set<String> withoutTags,
    Duration hold,
    @Nullable Instant from,
    @Nullable String fromNumber) {

  /** Exports every order at once. */
  public static final ExportConditions ALWAYS =
      new ExportConditions(Map.of(), Set.of(), Set.of(), Duration.ZERO, null, null);

  public ExportConditions {
    paymentStates = Map.copyOf(paymentStates);
    channels = Set.copyOf(channels);
    withoutTags = Set.copyOf(withoutTags);
  }
}
