package dev.kontor.contract;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what others bring about, in tests of several rooms. */
public final class Await {

  /** For whatever must come, on the slowest machine and beside other work; a bound of nothing. */
  public static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Long enough not to take the processor from those who are waited for. */
  private static final Duration LOOK = Duration.ofMillis(20);

  private static final Duration LONGEST = Duration.ofSeconds(2);

  /** So many times as long as a look took is paused after it, as looks may cost much. */
  private static final int SELDOM = 5;

  private Await() {}

  public static void until(String what, BooleanSupplier condition) {
    until(what, PATIENCE, condition);
  }

  public static void until(String what, Duration atMost, BooleanSupplier condition) {
    until(() -> what, atMost, condition);
  }

  /**
   * @param instead says what is there when time is up
   */
  public static void until(
      String what, Duration atMost, BooleanSupplier condition, Supplier<String> instead) {
    until(() -> what + "; " + instead.get(), atMost, condition);
  }

  /**
   * @param state says what is there instead when time is up
   */
  public static void until(Supplier<String> state, Duration atMost, BooleanSupplier condition) {
    long began = System.nanoTime();
    long end = began + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      long now = System.nanoTime();
      if (now - end > 0) {
        throw new AssertionError("not within " + atMost + ": " + state.get());
      }
      long pause = Math.clamp(SELDOM * (now - began), LOOK.toNanos(), LONGEST.toNanos());
      LockSupport.parkNanos(pause);
      began = System.nanoTime();
    }
  }
}
