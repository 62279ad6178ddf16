package dev.kontor.engine.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Exponential back-off with full jitter between half and whole.
 *
 * @param first delay after the first failure
 * @param longest cap of the delay
 * @param maxAttempts attempts after which a message is dead
 */
public record BackOff(Duration first, Duration longest, int maxAttempts) {

  /** One second doubling to five minutes, twelve attempts: about half an hour. */
  public static final BackOff STANDARD =
      new BackOff(Duration.ofSeconds(1), Duration.ofMinutes(5), 12);

  /**
   * @param failures so far, at least 1
   */
  public Duration after(int failures, RandomGenerator random) {
    long doubled = first.toMillis() << Math.min(20, Math.max(0, failures - 1));
    long capped = Math.min(doubled, longest.toMillis());
    return Duration.ofMillis(capped / 2 + random.nextLong(capped / 2 + 1));
  }
}
