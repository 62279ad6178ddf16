package dev.kontor.twin.businesscentral.access;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The limits of one user: calls at once, calls waiting, calls per window (behaviours.md §6). */
public final class Gate {
  /** How a call got on at the gate. */
  public enum Passage {
    ADMITTED,
    TOO_MANY,
    WAITED_TOO_LONG
  }

  private static final int AT_ONCE = 5;
  private static final int CONNECTIONS = 100;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(8);

  private final Semaphore places = new Semaphore(AT_ONCE, true);
  private final AtomicInteger connections = new AtomicInteger();
  private final RateWindow rate;

  /** A limit of 0 calls per window means none. */
  public Gate(int perWindow, InstantSource clock) {
    this.rate = new RateWindow(perWindow, clock);
  }

  /** Waits for a place; an admitted call must leave again. */
  public Passage enter() throws InterruptedException {
    if (!rate.admits()) {
      return Passage.TOO_MANY;
    }
    if (connections.incrementAndGet() > CONNECTIONS) {
      connections.decrementAndGet();
      return Passage.TOO_MANY;
    }
    if (!places.tryAcquire(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
      connections.decrementAndGet();
      return Passage.WAITED_TOO_LONG;
    }
    return Passage.ADMITTED;
  }

  public void leave() {
    places.release();
    connections.decrementAndGet();
  }
}
