package dev.kontor.engine.budget;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How a call waits for its turn. */
@FunctionalInterface
public interface Parking {

  /** The calling thread waits. */
  Parking THREAD =
      (turn, atMost) -> {
        try {
          turn.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
          // The caller sees that its turn has not come.
        } catch (ExecutionException e) {
          throw new IllegalStateException(e);
        }
      };

  /** Returns when the turn has come, or so much time has passed. */
  void await(CompletableFuture<?> turn, Duration atMost) throws InterruptedException;
}
