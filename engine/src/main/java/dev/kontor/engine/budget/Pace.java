package dev.kontor.engine.budget;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How fast a target takes calls, learned from its answers: a refusal halves the calls in flight, a
 * whole round of good answers adds one; a refusal with a time, or for too many requests, stops all
 * calls of the connection until then.
 */
final class Pace {

  private static final Duration FIRST_STOP = Duration.ofSeconds(1);
  private static final Duration LONGEST_STOP = Duration.ofMinutes(1);
  private static final Duration LONGEST_OBEYED = Duration.ofHours(1);
  // Thousandths of a call, so that one more in flight needs a whole round of answers.
  private static final long CALL = 1_000;

  private final long most;
  private final LongSupplier nanoTime;
  private final RandomGenerator random;
  private final Latency latency = new Latency();
  private long window;
  private int refusals;
  private long loweredAt;
  private long stoppedUntil;

  /**
   * @param most calls in flight that are ever allowed
   */
  Pace(int most, LongSupplier nanoTime, RandomGenerator random) {
    this.most = most * CALL;
    this.window = this.most;
    this.nanoTime = nanoTime;
    this.random = random;
    this.loweredAt = nanoTime.getAsLong();
    this.stoppedUntil = loweredAt;
  }

  /** Calls in flight at present, at least 1. */
  synchronized int allowed() {
    return (int) (window / CALL);
  }

  /** How long no call may begin; zero if calls may. */
  synchronized Duration stopped() {
    return Duration.ofNanos(Math.max(0, stoppedUntil - nanoTime.getAsLong()));
  }

  /**
   * The target answered in the ordinary way.
   *
   * @param kind of call, as calls of different kinds take different times
   */
  synchronized void answered(String kind, long began) {
    refusals = began - loweredAt >= 0 ? 0 : refusals;
    if (latency.isRising(kind, Duration.ofNanos(nanoTime.getAsLong() - began))) {
      lower(began, 9, 10);
    } else {
      window = Math.min(most, window + CALL * CALL / window);
    }
  }

  /** The target has too much to do (503). */
  synchronized void overloaded(long began, @Nullable Duration retryAfter) {
    lower(began, 1, 2);
    if (retryAfter != null) {
      stop(retryAfter);
    }
  }

  /** The target asks for fewer requests (429). */
  synchronized void throttled(long began, @Nullable Duration retryAfter) {
    boolean news = lower(began, 1, 2);
    if (retryAfter != null) {
      stop(retryAfter);
    } else if (news) {
      refusals = Math.min(refusals + 1, 16);
      long wait = Math.min(FIRST_STOP.toNanos() << (refusals - 1), LONGEST_STOP.toNanos());
      stop(Duration.ofNanos(wait / 2 + random.nextLong(wait / 2 + 1)));
    }
  }

  /** Calls that began before the last lowering tell nothing new. */
  private boolean lower(long began, int numerator, int denominator) {
    if (began - loweredAt < 0) {
      return false;
    }
    window = Math.max(CALL, window * numerator / denominator);
    loweredAt = nanoTime.getAsLong();
    return true;
  }

  private void stop(Duration wait) {
    Duration obeyed = wait.compareTo(LONGEST_OBEYED) < 0 ? wait : LONGEST_OBEYED;
    long until = nanoTime.getAsLong() + obeyed.toNanos();
    stoppedUntil = until - stoppedUntil > 0 ? until : stoppedUntil;
  }
}
