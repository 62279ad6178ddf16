package dev.kontor.engine.customer;

/** Why one side shows another value than when both last agreed. */
enum Change {
  /** It does not. */
  NONE,
  /** Somebody changed it there. */
  BY_PEOPLE,
  /** The hub wrote it, and nobody heard. */
  OURS,
  /** The two never agreed on it. */
  UNKNOWN
}
