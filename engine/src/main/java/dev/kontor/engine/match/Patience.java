package dev.kontor.engine.match;

import dev.kontor.engine.config.ConfigException;
import dev.kontor.engine.config.Problem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Tries again what a hub at work is in the way of; it has a lane for a moment only. */
final class Patience {

  private static final int TRIES = 20;
  private static final Duration PAUSE = Duration.ofMillis(500);

  private Patience() {}

  /** A hub is in the way just now. */
  static final class AtWorkException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ConfigException told;

    /**
     * @param problems what a person is told if it stays so
     */
    AtWorkException(List<Problem> problems) {
      told = new ConfigException(problems);
    }
  }

  /**
   * @throws ConfigException if a hub stays in the way
   */
  static <T> T until(Supplier<T> work) {
    for (int left = TRIES; ; left--) {
      try {
        return work.get();
      } catch (AtWorkException e) {
        if (left == 1) {
          throw e.told;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }
}
