package dev.kontor.engine.reconcile;

/** What stands unfinished in the lane of a document. */
enum InLane {
  NOTHING,
  /** What will be worked on by itself. */
  WAITING,
  /** Only what a person must help. */
  DEAD;

  /** At one moment or another. */
  InLane or(InLane other) {
    if (this == NOTHING || this == other) {
      return other;
    }
    return other == NOTHING ? this : WAITING;
  }
}
