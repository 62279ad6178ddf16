package dev.kontor.engine.access;

import org.jspecify.annotations.Nullable;

/** Access cannot be given or taken that way; the message says why and what to do. */
public final class AccessException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is in the way. */
  public enum Kind {
    /** What was given cannot be used. */
    BAD,
    /** There is no such user or token. */
    UNKNOWN,
    /** It contradicts what there is. */
    CONFLICT
  }

  private final Kind kind;
  private final @Nullable String field;

  private AccessException(Kind kind, @Nullable String field, String message) {
    super(message);
    this.kind = kind;
    this.field = field;
  }

  /** What was given in that field is wrong; the problem is told without the field's name. */
  public static AccessException bad(String field, String problem) {
    return new AccessException(Kind.BAD, field, field + " " + problem);
  }

  /** What is named in that field is not there. */
  static AccessException unknown(String field, String message) {
    return new AccessException(Kind.UNKNOWN, field, message);
  }

  /** What is named in that field does not allow it. */
  static AccessException conflict(String field, String message) {
    return new AccessException(Kind.CONFLICT, field, message);
  }

  public Kind kind() {
    return kind;
  }

  /** The field that is wrong, null if none is. */
  public @Nullable String field() {
    return field;
  }
}
