package dev.kontor.engine.budget;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process's part of one pool of slots. Guarded by the lock of {@link CallSlots}, except for
 * the asking itself.
 */
final class SlotShare {

  private static final Logger LOG = LoggerFactory.getLogger(SlotShare.class);

  private final SlotPool pool;
  private SlotPool.Grant grant = SlotPool.Grant.NONE;
  private int inUse;
  private int peak;
  private boolean asking;
  private int told;
  private volatile boolean failing;

  /** What the others are told. */
  record Asked(int inUse, int wants) {}

  SlotShare(SlotPool pool) {
    this.pool = pool;
  }

  int size() {
    return pool.size();
  }

  int inUse() {
    return inUse;
  }

  /** Whether a call may begin; not while the others are being told what is in use. */
  boolean hasRoom() {
    return !asking && inUse < granted();
  }

  /** Whether slots are held that the others may want. */
  boolean canGive() {
    return grant.slots() > 0 && inUse < grant.slots();
  }

  /** Whether more is in use than this process should have. */
  boolean isOver() {
    return inUse > granted();
  }

  /** Whether more slots might be had for these callers than were asked for the last time. */
  boolean needsMore(int callers) {
    return callers > 0 && granted() < pool.size() && Math.min(pool.size(), inUse + callers) > told;
  }

  /** Whether slots asked for have not come yet. */
  boolean isShort(int callers) {
    return callers > 0 && granted() < pool.size();
  }

  private int granted() {
    return grant.lease().isValid() ? grant.slots() : 0;
  }

  /**
   * @return how long the slot may be used
   */
  SendPermit take() {
    inUse++;
    peak = Math.max(peak, inUse);
    return grant.lease();
  }

  void giveBack() {
    inUse--;
  }

  /** Begins to ask; null if that is going on already. What was used lately is asked for again. */
  @Nullable Asked ask(int waiting) {
    if (asking || pool.size() == 0) {
      return null;
    }
    asking = true;
    Asked asked = new Asked(inUse, Math.min(pool.size(), Math.max(peak, inUse + waiting)));
    peak = inUse;
    told = asked.wants();
    return asked;
  }

  /** Asks the others; outside the lock. A failure is told once, however long it lasts. */
  SlotPool.Grant settle(Asked asked) {
    try {
      SlotPool.Grant next = pool.settle(asked.inUse(), asked.wants());
      failing = false;
      return next;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.warn("concurrent calls cannot be agreed on, none begins: {}", e.getMessage());
      }
      failing = true;
      return SlotPool.Grant.NONE;
    }
  }

  void answered(SlotPool.Grant next) {
    grant = next;
    asking = false;
  }
}
