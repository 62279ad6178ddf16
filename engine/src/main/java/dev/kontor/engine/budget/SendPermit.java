package dev.kontor.engine.budget;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The right to write, checked immediately before the request's body leaves: a process that was
 * paused beyond its lease must not write when it wakes.
 */
@FunctionalInterface
public interface SendPermit {

  /** Bound by the delivery around each call of a writer. */
  ScopedValue<SendPermit> CURRENT = ScopedValue.newInstance();

  /** Whether the lease still holds, by this process's monotonic clock. */
  boolean isValid();

  /**
   * This permit, but only for what leaves soon. The time after which an effect can no longer appear
   * counts from the opening of its intent, however long the process holds its lease.
   *
   * @param most counted from now
   * @param nanoTime monotonic clock
   */
  default SendPermit within(Duration most, LongSupplier nanoTime) {
    long asked = nanoTime.getAsLong();
    return () -> isValid() && nanoTime.getAsLong() - asked < most.toNanos();
  }
}
