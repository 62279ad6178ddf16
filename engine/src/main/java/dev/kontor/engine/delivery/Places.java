package dev.kontor.engine.delivery;

import java.util.concurrent.Semaphore;

/**
 * Room for lanes in work. A part of it is for orders only: a stocktaking that makes a hundred
 * thousand lanes due at once must not hold them up.
 */
final class Places {

  // Two whole calls of the largest writers (500): while one is made, the next gathers.
  private static final int OTHERS = 1024;
  private static final int FOR_ORDERS = 256;

  private final Semaphore free;
  private final Semaphore forOthers;

  /**
   * @param forOrders how many of all only orders may have
   */
  Places(int all, int forOrders) {
    this.free = new Semaphore(all);
    this.forOthers = new Semaphore(all - forOrders);
  }

  /** As many as one process works on. */
  static Places ofProcess() {
    return new Places(OTHERS + FOR_ORDERS, FOR_ORDERS);
  }

  /** Room that is held until it is settled; what is not used by then is free again. */
  final class Room {
    private int all;
    private int others;

    private Room(int all) {
      this.all = all;
      this.others = take(forOthers, all);
    }

    int all() {
      return all;
    }

    /** How many of them may be of others than orders. */
    int others() {
      return others;
    }

    /** Gives these to lanes that are in work from now on. */
    void use(int lanes, int notOrders) {
      all -= lanes;
      others -= notOrders;
    }

    void settle() {
      free.release(all);
      forOthers.release(others);
      use(all, others);
    }
  }

  /** Some room, none if there is none. */
  Room room(int most) {
    return new Room(take(free, most));
  }

  /** Some room, as soon as there is any. */
  Room awaitRoom(int most) throws InterruptedException {
    int wanted = Math.min(most, Math.max(1, free.availablePermits()));
    free.acquire(wanted);
    return new Room(wanted);
  }

  /** Lanes whose work is over. */
  void leave(int lanes, int notOrders) {
    free.release(lanes);
    forOthers.release(notOrders);
  }

  private static int take(Semaphore from, int most) {
    int wanted = Math.min(most, from.availablePermits());
    return wanted > 0 && from.tryAcquire(wanted) ? wanted : 0;
  }
}
