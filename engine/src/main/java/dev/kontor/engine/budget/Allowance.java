package dev.kontor.engine.budget;

import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;

/**
 * A part of a request limit as a token bucket that cannot exceed it in any five minutes, wherever
 * they begin: what may come at once and what comes back within the five minutes make up the part.
 *
 * @param burst requests that may come at once, at least 1
 * @param refill requests that come back within {@code every}
 */
record Allowance(long burst, long refill, Duration every) {

  private static final Duration WINDOW = Duration.ofMinutes(5);

  /**
   * @param requests in five minutes, at least 1
   * @param kept how long a process may keep a request before it makes it
   */
  static Allowance of(long requests, Duration kept) {
    long burst = Math.max(1, requests / 5);
    long refill = requests - burst;
    Duration every = WINDOW.plus(kept);
    return refill == 0
        ? new Allowance(burst, 1, every.multipliedBy(2))
        : new Allowance(burst, refill, every);
  }

  BucketConfiguration configuration() {
    return BucketConfiguration.builder()
        .addLimit(limit -> limit.capacity(burst).refillGreedy(refill, every))
        .build();
  }
}
