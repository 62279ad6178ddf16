package dev.kontor.engine.reconcile;

/**
 * One document about which its systems disagree.
 *
 * @param sourceId native id in the source
 * @param number that people know
 * @param what both sides say and what to do
 */
public record Difference(Cause cause, String sourceId, String number, String what) {

  /** Whether the hub mends it by reading the source again. */
  public boolean isRepairable() {
    return cause == Cause.NEVER_RECEIVED;
  }
}
