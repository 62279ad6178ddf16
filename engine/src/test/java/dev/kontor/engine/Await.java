package dev.kontor.engine;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what other threads bring about, for so long and no longer. */
public final class Await {

  private static final Duration LOOK = Duration.ofMillis(20);

  private Await() {}

  public static void until(String what, Duration atMost, BooleanSupplier condition) {
    until(() -> what, atMost, condition);
  }

  /**
   * @param state says what is there instead when time is up
   */
  public static void until(Supplier<String> state, Duration atMost, BooleanSupplier condition) {
    long end = System.nanoTime() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("not within " + atMost + ": " + state.get());
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }
}
