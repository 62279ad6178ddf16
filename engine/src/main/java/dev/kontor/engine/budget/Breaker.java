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

  public Breaker(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * Asks to pass. While open, one probe passes per waiting time, whether or not it reports back.
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
    openUntil = nanoTime.getAsLong() + waiting();
    return Duration.ZERO;
  }

  public synchronized void succeeded() {
    failures = 0;
  }

  public synchronized void failed() {
    failures = Math.min(failures + 1, 16);
    openUntil = nanoTime.getAsLong() + waiting();
  }

  private long waiting() {
    return Math.min(FIRST.toNanos() << (failures - 1), LONGEST.toNanos());
  }

  public synchronized boolean isOpen() {
    return failures > 0;
  }
}
