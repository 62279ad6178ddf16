package dev.kontor.proof.merchant;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what others bring about; the only place in the proofs that waits for anything. */
public final class Await {

  /** Long enough not to take the processor from those who are waited for. */
  private static final Duration LOOK = Duration.ofMillis(50);

  private static final Duration LONGEST = Duration.ofMillis(500);

  private Await() {}

  /**
   * @param instead says what is there when time is up
   */
  public static void until(
      String what, Duration atMost, BooleanSupplier condition, Supplier<String> instead) {
    long began = System.nanoTime();
    long end = began + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      long now = System.nanoTime();
      if (now - end > 0) {
        throw new AssertionError(what + " did not happen within " + atMost + "; " + instead.get());
      }
      // A look that costs much is taken more seldom.
      long pause = Math.clamp(now - began, LOOK.toNanos(), LONGEST.toNanos());
      LockSupport.parkNanos(pause);
      began = System.nanoTime();
    }
  }
}
