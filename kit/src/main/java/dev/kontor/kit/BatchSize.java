package dev.kontor.kit;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** How many documents go into one call: as many as fit into the wanted time. Thread-safe. */
public final class BatchSize {

  private final int most;
  private final Duration wanted;
  private final AtomicInteger size;

  /**
   * @param first before anything is known
   * @param most in any case
   * @param wanted time of one call
   */
  public BatchSize(int first, int most, Duration wanted) {
    this.most = most;
    this.wanted = wanted;
    this.size = new AtomicInteger(first);
  }

  public int now() {
    return size.get();
  }

  /** Learns from a call; grows at most twofold so that one quick call does not mislead. */
  public void took(int elements, Duration time) {
    long perElement = Math.max(1, time.toMillis() / Math.max(1, elements));
    long fitting = wanted.toMillis() / perElement;
    long allowed = Math.min(fitting, Math.min(most, 2L * Math.max(elements, size.get())));
    size.set((int) Math.max(1, allowed));
  }

  /**
   * Makes a call and learns from it.
   *
   * @throws FaultException as the call throws it
   */
  public void timed(int elements, Runnable call) {
    long started = System.nanoTime();
    try {
      call.run();
    } catch (FaultException e) {
      if (e.fault() instanceof Fault.OutcomeUnknown) {
        halve();
      }
      throw e;
    }
    took(elements, Duration.ofNanos(System.nanoTime() - started));
  }

  /** After a call that got no answer in time. */
  public void halve() {
    size.updateAndGet(known -> Math.max(1, known / 2));
  }
}
