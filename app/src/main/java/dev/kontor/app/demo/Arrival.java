package dev.kontor.app.demo;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The end of a day: everything has arrived and stays so. What is right for a moment is not enough:
 * while an order is on its way its pieces may count twice.
 */
record Arrival(World world, Watch watch, DemoHub hub) {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** Longer than every poll that stock is read with. */
  private static final Duration STEADY = Duration.ofMillis(1500);

  /**
   * Waits until it is so, or nothing arrives any more.
   *
   * @param closing ends the waiting early
   */
  void await(CountDownLatch closing) throws InterruptedException {
    int before = -1;
    long moved = System.nanoTime();
    long unsteady = moved;
    while (closing.getCount() > 0 && isLess(moved, PATIENCE) && isLess(unsteady, STEADY)) {
      int arrived = watch.arrived().size();
      if (arrived != before) {
        before = arrived;
        moved = System.nanoTime();
      }
      if (!isSettled(arrived)) {
        unsteady = System.nanoTime();
      }
      closing.await(Watch.EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private boolean isSettled(int arrived) {
    return arrived == world.live().size() && watch.stockSettled() && hub.open().isEmpty();
  }

  private static boolean isLess(long since, Duration than) {
    return System.nanoTime() - since < than.toNanos();
  }
}
