package dev.kontor.engine.audit;

/**
 * Something the verification has to say.
 *
 * @param subject what it is about, such as {@code audit:17} or {@code payload:4}
 * @param text for people; without personal data
 */
public record Finding(Kind kind, String subject, String text) {

  /** What a finding means; the last five mean that somebody changed the record. */
  public enum Kind {
    /** Committed, but not linked into the chain yet. */
    UNSEALED,
    /** Gone because retention or erasure deleted it, which is itself on record. */
    DELETED_BY_RULE,
    CHANGED,
    MISSING,
    INSERTED,
    /** A segment not signed by this installation, or not linked to its neighbours. */
    FORGED,
    /** The heads kept outside the database tell another story than the database. */
    HEAD_DISAGREES;

    public boolean tampered() {
      return switch (this) {
        case UNSEALED, DELETED_BY_RULE -> false;
        case CHANGED, MISSING, INSERTED, FORGED, HEAD_DISAGREES -> true;
      };
    }
  }
}
