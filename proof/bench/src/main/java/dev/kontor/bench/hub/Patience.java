package dev.kontor.bench.hub;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Waits for a count to be reached, for as long as it grows. */
public final class Patience {

  private static final Duration STUCK = Duration.ofMinutes(3);

  private long seen = -1;
  private long moved = System.nanoTime();

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

  private static void nap() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
