package dev.kontor.connector.financeoperations.datapackage;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** When who waits for another import comes back: one after the other, and not all at once. */
final class Places {

  private static final Duration STEP = Duration.ofSeconds(5);
  private static final int LAST = 60;

  /** Sent away since the last import began. */
  private final AtomicInteger waiting = new AtomicInteger();

  /** An import has begun. */
  void begin() {
    waiting.set(0);
  }

  /** Nothing was begun, and no attempt is used. */
  FaultException later() {
    int place = Math.min(waiting.incrementAndGet(), LAST);
    return new FaultException(new Fault.Throttled(STEP.multipliedBy(place)));
  }
}
