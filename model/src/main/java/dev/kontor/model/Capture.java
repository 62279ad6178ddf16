package dev.kontor.model;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money that a shop states as received by one payment of an order.
 *
 * @param id the shop's id of the capture, the same in every later version of the order; the
 *     payment's own id for what only its state tells of
 * @param recordedAt by the shop's clock; where the shop does not say when, not later than it was
 * @param amount in the order's currency; null where the shop only says that something was received
 * @param reference the provider's reference, null if unknown
 */
public record Capture(
    String id, Instant recordedAt, @Nullable BigDecimal amount, @Nullable String reference) {}
