package dev.kontor.engine.reconcile;

import org.jspecify.annotations.Nullable;

/**
 * What the ledger has of a polled document.
 *
 * @param version the hub was told of last, null if it never was
 * @param isDiscarded whether a person took the last message of it out
 */
record InLedger(InLane lane, @Nullable String version, boolean isDiscarded) {

  /** Nothing at all. */
  static final InLedger NOTHING = new InLedger(InLane.NOTHING, null, false);

  InLedger in(InLane other) {
    return new InLedger(other, version, isDiscarded);
  }
}
