package dev.kontor.bench.hub;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Waits for a count to be reached, for as long as it grows. */
public final class Patience {

  private static final Duration STUCK = Duration.ofMinutes(3);

  /** Between two counts. */
  private static final Duration SHORT = Duration.ofMillis(200);

  private final Duration pause;
  private long seen = -1;
  private long moved = System.nanoTime();

  public Patience() {
    this(SHORT);
  }

  /**
   * @param pause between two counts, long where counting costs what is measured
   */
  public Patience(Duration pause) {
    this.pause = pause;
  }

  public void until(LongSupplier count, long wanted) {
    for (long now = count.getAsLong(); now < wanted; now = count.getAsLong()) {
      if (now > seen) {
        seen = now;
        moved = System.nanoTime();
      } else if (System.nanoTime() - moved > STUCK.toNanos()) {
        throw new IllegalStateException("stuck at " + now + " of " + wanted);
      }
      nap();
    }
  }

  private void nap() {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
