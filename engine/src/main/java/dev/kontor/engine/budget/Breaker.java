package dev.kontor.engine.budget;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * One per connection: after the target could not be reached, only a single probe goes through until
 * one succeeds. Waiting doubles from one second to one minute.
 */
public final class Breaker {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final LongSupplier nanoTime;
  private int failures;
  private long openUntil;
  private boolean probing;

  public Breaker(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * Asks to pass. Whoever gets zero must report {@link #succeeded} or {@link #failed}.
   *
   * @return zero to go ahead, else how long to wait
   */
  public synchronized Duration ask() {
    if (failures == 0) {
      return Duration.ZERO;
    }
    long left = openUntil - nanoTime.getAsLong();
    if (left > 0) {
      return Duration.ofNanos(left);
    }
    if (probing) {
      return FIRST;
    }
    probing = true;
    return Duration.ZERO;
  }

  public synchronized void succeeded() {
    failures = 0;
    probing = false;
  }

  public synchronized void failed() {
    failures = Math.min(failures + 1, 16);
    probing = false;
    long wait = Math.min(FIRST.toNanos() << (failures - 1), LONGEST.toNanos());
    openUntil = nanoTime.getAsLong() + wait;
  }

  public synchronized boolean isOpen() {
    return failures > 0;
  }
}
