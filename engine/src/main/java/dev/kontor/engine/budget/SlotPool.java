package dev.kontor.engine.budget;

/** Where a process gets slots of one pool from. */
interface SlotPool {

  /** Slots in all, for all processes. */
  int size();

  /**
   * Says what this process needs and learns what it may use. It must begin no call between asking
   * and answer.
   *
   * @param inUse calls in flight; they keep their slots until they end
   * @param wants calls in flight and waiting
   * @throws RuntimeException if the others cannot be asked; then no call may begin
   */
  Grant settle(int inUse, int wants);

  /**
   * @param slots calls in flight this process may have; fewer than it has if it should yield
   * @param lease how long they may be used
   */
  record Grant(int slots, SendPermit lease) {

    static final Grant NONE = new Grant(0, () -> false);
  }

  /** All slots for this process, which shares with nobody. */
  static SlotPool own(int size) {
    return new SlotPool() {
      @Override
      public int size() {
        return size;
      }

      @Override
      public Grant settle(int inUse, int wants) {
        return new Grant(size, () -> true);
      }
    };
  }
}
