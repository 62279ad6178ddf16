package dev.kontor.proof.merchant;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what others bring about; the only place in the proofs that waits for anything. */
public final class Await {

  /** Long enough not to take the processor from those who are waited for. */
  private static final Duration LOOK = Duration.ofMillis(50);

  private Await() {}

  /**
   * @param instead says what is there when time is up
   */
  public static void until(
      String what, Duration atMost, BooleanSupplier condition, Supplier<String> instead) {
    long end = System.nanoTime() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError(what + " did not happen within " + atMost + "; " + instead.get());
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }
}
