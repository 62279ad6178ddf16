package dev.kontor.engine.budget;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Requests one process has taken from the shared budget for one class and not yet made. What is not
 * used in time is forfeited; the next chunk is twice as large as the last if that was used up, else
 * as large as what was used of it.
 */
final class Chunk {

  /** How long taken requests may be kept. */
  static final Duration KEPT = Duration.ofSeconds(2);

  private final LongSupplier nanoTime;
  private long size;
  private long left;
  private long takenAt;

  Chunk(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  boolean use() {
    if (left == 0 || isOld()) {
      return false;
    }
    left--;
    return true;
  }

  /** How many to take next. */
  long next(long most) {
    long used = size - left;
    long wanted = isOld() ? used : used * 2;
    return Math.clamp(wanted, 1, most);
  }

  void fill(long taken) {
    size = taken;
    left = taken;
    takenAt = nanoTime.getAsLong();
  }

  private boolean isOld() {
    return nanoTime.getAsLong() - takenAt >= KEPT.toNanos();
  }
}
