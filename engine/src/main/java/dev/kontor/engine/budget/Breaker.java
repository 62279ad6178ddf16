package dev.kontor.engine.budget;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One per connection: after the target could not be reached, only a single probe goes through until
 * a call is answered. Waiting doubles from one second to one minute until work succeeds: a target
 * that answers what it is asked and takes nothing is not called every second.
 */
public final class Breaker {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final LongSupplier nanoTime;
  private int failures;
  private boolean probing;
  private long openUntil;
  private @Nullable Thread prober;

  public Breaker(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * Asks to pass. Whoever gets zero must report {@link #succeeded} or {@link #failed}, or at last
   * {@link #unused}.
   *
   * @return zero to go ahead, else how long to wait
   */
  public synchronized Duration ask() {
    if (!probing) {
      return Duration.ZERO;
    }
    long left = openUntil - nanoTime.getAsLong();
    if (left > 0) {
      return Duration.ofNanos(left);
    }
    if (prober != null) {
      return FIRST;
    }
    prober = Thread.currentThread();
    return Duration.ZERO;
  }

  /** A call was answered: nobody has to wait for the end of the probe's work. */
  public synchronized void answered() {
    probing = false;
    prober = null;
  }

  /** Work at the target came to its end. */
  public synchronized void succeeded() {
    failures = 0;
    answered();
  }

  /** The calls of one batch fail together and count once, as do calls that left before it. */
  public synchronized void failed() {
    if (probing && prober == null && nanoTime.getAsLong() < openUntil) {
      return;
    }
    failures = Math.min(failures + 1, 16);
    probing = true;
    prober = null;
    long wait = Math.min(FIRST.toNanos() << (failures - 1), LONGEST.toNanos());
    openUntil = nanoTime.getAsLong() + wait;
  }

  /** Gives a probe back that its thread made no call with; without effect for any other thread. */
  public synchronized void unused() {
    if (Thread.currentThread().equals(prober)) {
      prober = null;
    }
  }

  /** Whether nothing has succeeded since something failed. */
  public synchronized boolean isOpen() {
    return failures > 0;
  }
}
