package dev.kontor.engine.delivery;

/**
 * How batches of one kind of work follow each other.
 *
 * @param batch most pieces of work of one batch
 * @param atOnce batches that have their turn at a time
 * @param letsGo whether a batch's turn is over with its first call, so that whoever waits for a
 *     system holds nobody up; if not, what comes meanwhile goes together when it is done
 */
record Pace(int batch, int atOnce, boolean letsGo) {

  /** Each piece of work as soon as can be. */
  static final Pace SOON = new Pace(256, 2, true);

  /** As few batches as can be without one waiting to be filled. */
  static Pace together(int batch) {
    return new Pace(batch, 1, false);
  }
}
