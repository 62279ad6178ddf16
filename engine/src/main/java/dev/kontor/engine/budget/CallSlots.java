package dev.kontor.engine.budget;

import dev.kontor.engine.budget.Waiting.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which calls to a connection may be in flight. Some slots are for orders only; the rest is for
 * all, orders first. What the processes of the installation may use they agree on when one of them
 * needs more or has slots to spare, not for each call.
 */
final class CallSlots {

  private static final Duration ASK_AGAIN = Duration.ofMillis(100);

  /** The right to one call, with the lease it hangs on; closing gives it back. */
  final class Slot implements SendPermit, AutoCloseable {
    private final SlotShare share;
    private final SendPermit lease;

    private Slot(SlotShare share) {
      this.share = share;
      this.lease = share.take();
    }

    @Override
    public boolean isValid() {
      return lease.isValid();
    }

    @Override
    public void close() {
      giveBack(share);
    }
  }

  private final SlotShare forOrders;
  private final SlotShare forAll;
  private final IntSupplier allowed;
  private final LongSupplier nanoTime;
  private final Parking parking;
  private final Waiting waiting = new Waiting();
  private long askedAt;

  /**
   * @param allowed most calls in flight of this process at present, at least 1
   */
  CallSlots(
      SlotPool forOrders,
      SlotPool forAll,
      IntSupplier allowed,
      LongSupplier nanoTime,
      Parking parking) {
    this.parking = parking;
    this.forOrders = new SlotShare(forOrders);
    this.forAll = new SlotShare(forAll);
    this.allowed = allowed;
    this.nanoTime = nanoTime;
    this.askedAt = nanoTime.getAsLong() - ASK_AGAIN.toNanos();
  }

  /** Slots kept for orders: one in five, none if there are hardly any. */
  static int reserved(int concurrent) {
    return concurrent < 3 ? 0 : Math.max(1, concurrent / 5);
  }

  /**
   * Waits for a slot.
   *
   * @return empty if there was none in time
   */
  Optional<Slot> acquire(CallClass of, Duration atMost) throws InterruptedException {
    long until = nanoTime.getAsLong() + atMost.toNanos();
    Caller caller = enter(of);
    if (caller.isDone()) {
      return leave(caller);
    }
    try {
      do {
        askForMore();
        long left = until - nanoTime.getAsLong();
        parking.await(caller, Duration.ofNanos(Math.clamp(left, 0, ASK_AGAIN.toNanos())));
      } while (!caller.isDone() && nanoTime.getAsLong() - until < 0);
    } catch (InterruptedException e) {
      leave(caller).ifPresent(Slot::close);
      throw e;
    }
    return leave(caller);
  }

  private synchronized Caller enter(CallClass of) {
    Caller caller = waiting.add(of);
    dispatch();
    return caller;
  }

  private synchronized Optional<Slot> leave(Caller caller) {
    waiting.remove(caller);
    return Optional.ofNullable(caller.getNow(null));
  }

  private void giveBack(SlotShare share) {
    boolean over;
    synchronized (this) {
      over = share.isOver();
      share.giveBack();
      dispatch();
    }
    if (over) {
      agree();
    }
  }

  /** Asks the other processes where slots are missing; so often and no oftener. */
  private void askForMore() {
    boolean again;
    synchronized (this) {
      again = nanoTime.getAsLong() - askedAt >= ASK_AGAIN.toNanos();
    }
    agree(share -> share.needsMore(callers(share)) || (again && share.isShort(callers(share))));
  }

  /** Tells the other processes what this one needs and has to spare. */
  void agree() {
    agree(share -> share.canGive() || share.inUse() > 0 || share.isShort(callers(share)));
  }

  private void agree(Predicate<SlotShare> matters) {
    for (SlotShare share : List.of(forOrders, forAll)) {
      SlotShare.Asked asked = begin(share, matters);
      if (asked != null) {
        SlotPool.Grant grant = share.settle(asked);
        synchronized (this) {
          share.answered(grant);
          dispatch();
        }
      }
    }
  }

  private synchronized SlotShare.@Nullable Asked begin(
      SlotShare share, Predicate<SlotShare> matters) {
    if (!matters.test(share)) {
      return null;
    }
    askedAt = nanoTime.getAsLong();
    return share.ask(callers(share));
  }

  private int callers(SlotShare share) {
    return share.equals(forOrders) ? waiting.orders() : waiting.size();
  }

  /** Calls that wait for a slot. */
  synchronized int waiting() {
    return waiting.size();
  }

  /** Calls in flight. */
  synchronized int inUse() {
    return forOrders.inUse() + forAll.inUse();
  }

  private void dispatch() {
    boolean more = true;
    while (more && inUse() < allowed.getAsInt()) {
      more =
          start(forOrders, waiting.order())
              || start(forAll, waiting.next())
              || start(forAll, waiting.order());
    }
  }

  private boolean start(SlotShare share, Optional<Caller> caller) {
    if (caller.isEmpty() || !share.hasRoom() || !mayGo(caller.get())) {
      return false;
    }
    waiting.gone(caller.get());
    caller.get().complete(new Slot(share));
    return true;
  }

  /** Where fewer calls are allowed than there are slots, some of these are for orders, too. */
  private boolean mayGo(Caller caller) {
    return caller.isOrder() || inUse() < Math.max(1, allowed.getAsInt() - forOrders.size());
  }
}
