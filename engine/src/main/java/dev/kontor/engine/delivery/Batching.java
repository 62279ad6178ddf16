package dev.kontor.engine.delivery;

/**
 * How batches of one kind of work follow each other.
 *
 * @param batch most pieces of work of one batch
 * @param atOnce batches that have their turn at a time
 * @param letsGo whether a batch's turn is over with its first call, so that whoever waits for a
 *     system holds nobody up; if not, what comes meanwhile goes together when it is done
 */
record Batching(int batch, int atOnce, boolean letsGo) {

  /** If fewer wait while one batch has its turn, another would cost more than it saves. */
  private static final int MANY = 16;

  private static final int FEW = 16;

  /** Each piece of work as soon as can be. */
  static final Batching SOON = new Batching(256, 2, true);

  /**
   * The same, in whole calls: a batch a little larger than some of them would need one more.
   *
   * @param call how much goes into one call
   */
  static Batching soon(int call) {
    return call > SOON.batch()
        ? SOON
        : new Batching(SOON.batch() / call * call, SOON.atOnce(), SOON.letsGo());
  }

  /**
   * Few at a time: each may need a file, which are opened one after another before anything is
   * written, and all of them anew should the batch fail.
   */
  static Batching few(int call) {
    return new Batching(Math.min(call, FEW), SOON.atOnce(), SOON.letsGo());
  }

  /** Whether the next batch begins while others have their turn. */
  boolean begins(int turns, int waiting) {
    return turns == 0 ? waiting > 0 : turns < atOnce && waiting >= MANY;
  }

  /** As few batches as can be without one waiting to be filled. */
  static Batching together(int batch) {
    return new Batching(batch, 1, false);
  }
}
