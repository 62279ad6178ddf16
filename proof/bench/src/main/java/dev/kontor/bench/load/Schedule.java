package dev.kontor.bench.load;

/**
 * When each push is due.
 *
 * @param gap nanoseconds between two pushes, 0 to push as fast as answers come
 */
record Schedule(long gap) {

  static final Schedule AT_ONCE = new Schedule(0);

  static Schedule perSecond(int pushes) {
    return new Schedule(1_000_000_000L / pushes);
  }

  /** Monotonic nanoseconds at which a push is due. */
  long due(long start, int index, long now) {
    return gap == 0 ? now : start + index * gap;
  }
}
