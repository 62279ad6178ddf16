package dev.kontor.connector.magento.product;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How long one write has been going on, which is one call to the hub. */
record Pace(Instant begun, InstantSource clock) {

  private static final Duration LONG = Duration.ofSeconds(25);
  private static final Duration LAST = Duration.ofSeconds(50);

  static Pace begun(InstantSource clock) {
    return new Pace(clock.instant(), clock);
  }

  /** No further step is begun then, for the next write to go on. */
  boolean isLong() {
    return begun.plus(LONG).isBefore(clock.instant());
  }

  /** Not even one that takes a moment. */
  boolean isOver() {
    return begun.plus(LAST).isBefore(clock.instant());
  }
}
