package dev.kontor.spi;

/** What a connector can do with one entity type; each switches on chapters of the contract test. */
public enum Ability {
  /** {@link Reader#changes} is complete and its cursor survives a restart. */
  READ_CHANGES,
  /** {@link Reader#find} by native id. */
  FIND_BY_ID,
  /** {@link Reader#find} by the hub's external reference. */
  FIND_BY_REFERENCE,
  /** {@link Reader#find} by match key (customers: VAT id, e-mail). */
  FIND_BY_MATCH,
  /** {@link Reader#keys} lists everything for reconciliation. */
  LIST_KEYS,
  /** Changes include deletions. */
  SEE_DELETES,
  CREATE,
  UPDATE,
  DELETE,
  /**
   * The target enforces the idempotency key itself, so an unanswered write may be repeated at once.
   */
  REPEATABLE_WRITE,
  /** {@link Writer#compare} says what of a document the target has otherwise. */
  COMPARE,
  /** Notices arrive through {@link Inbox}. */
  NOTICES,
  /** {@link Inbox} is told that something of that type changed. */
  HINTS
}
