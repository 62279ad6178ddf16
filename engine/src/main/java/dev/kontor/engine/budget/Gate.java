package dev.kontor.engine.budget;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What every call of a connection passes: the pace its target asks for, a slot among the concurrent
 * calls, and the request budget. Who may not pass is told how long to wait; that uses no attempt.
 */
public final class Gate {

  private static final Duration BUSY = Duration.ofSeconds(1);

  /** Through a longer one a lane waits better than a call. */
  private static final Duration SHORT_REST = Duration.ofSeconds(10);

  private final CallSlots slots;
  private final Pace pace;
  private final @Nullable RequestBudget requests;
  private final LongSupplier nanoTime;
  private final Parking parking;

  Gate(
      CallSlots slots,
      Pace pace,
      @Nullable RequestBudget requests,
      LongSupplier nanoTime,
      Parking parking) {
    this.parking = parking;
    this.slots = slots;
    this.pace = pace;
    this.requests = requests;
    this.nanoTime = nanoTime;
  }

  /** The right to one call; closing ends it. */
  public final class Passage implements SendPermit, AutoCloseable {

    private final CallSlots.Slot slot;
    private final long began = nanoTime.getAsLong();

    private Passage(CallSlots.Slot slot) {
      this.slot = slot;
    }

    /** Whether the call may still begin: the slot is gone with the process's lease. */
    @Override
    public boolean isValid() {
      return slot.isValid();
    }

    /**
     * Counts a further request of the call.
     *
     * @throws FaultException {@link Fault.Throttled} if it cannot be counted
     */
    void again(CallClass of) {
      Duration wait = requests == null ? Duration.ZERO : requests.owe(of);
      if (!wait.isZero()) {
        throw throttled(wait);
      }
    }

    /** Learns from the answer's status and the time it took; {@code kind} as in {@link Pace}. */
    void answered(String kind, int status, @Nullable Duration retryAfter) {
      switch (status) {
        case 429 -> pace.throttled(began, retryAfter);
        case 503 -> pace.overloaded(began, retryAfter);
        default -> pace.answered(kind, began);
      }
    }

    @Override
    public void close() {
      slot.close();
    }
  }

  /**
   * What a connection's gate looks like at present.
   *
   * @param inFlight calls of this process
   * @param allowed most calls in flight the target seems to bear
   * @param requestsUsedPercent of the request budget, 0 if there is no limit
   * @param stopped how long no call may begin
   */
  public record Load(int inFlight, int allowed, int requestsUsedPercent, Duration stopped) {}

  /** How long the target wants no calls; zero if it takes them. */
  public Duration stopped() {
    return pace.stopped();
  }

  public Load load() {
    return new Load(
        slots.inUse(), pace.allowed(), requests == null ? 0 : requests.usedPercent(), stopped());
  }

  /**
   * Waits for the call's turn. Work of several calls would never end if each of them could be sent
   * back to its beginning for want of one request or because the target wants a short rest, so a
   * call waits for that too, and holds no slot meanwhile.
   *
   * @throws FaultException {@link Fault.Throttled} if it may not be made within that time, or if
   *     the target wants a long rest
   */
  Passage enter(CallClass of, Duration atMost) throws InterruptedException {
    long until = nanoTime.getAsLong() + atMost.toNanos();
    while (true) {
      await(stopped(), until);
      Duration left = Duration.ofNanos(until - nanoTime.getAsLong());
      Passage passage = new Passage(slots.acquire(of, left).orElseThrow(() -> throttled(BUSY)));
      Duration wait = obstacle(of, passage);
      if (wait.isZero()) {
        return passage;
      }
      await(wait, until);
    }
  }

  /** Who has to wait gives the slot back; zero if the call may be made. */
  private Duration obstacle(CallClass of, Passage passage) {
    Duration wait = BUSY;
    try {
      // The target may have asked for a rest while this call waited.
      wait = stopped();
      if (wait.isZero() && requests != null) {
        wait = requests.spend(of);
      }
      return wait;
    } finally {
      if (!wait.isZero()) {
        passage.close();
      }
    }
  }

  private void await(Duration wait, long until) throws InterruptedException {
    if (wait.isZero()) {
      return;
    }
    Duration left = Duration.ofNanos(until - nanoTime.getAsLong());
    boolean isLong = !stopped().isZero() && wait.compareTo(SHORT_REST) > 0;
    if (isLong || wait.compareTo(left) >= 0) {
      throw throttled(wait);
    }
    parking.await(new CompletableFuture<>(), wait);
  }

  private static FaultException throttled(Duration wait) {
    return new FaultException(new Fault.Throttled(wait));
  }

  void agree() {
    slots.agree();
  }
}
