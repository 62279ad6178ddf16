package dev.kontor.engine.ledger;

import java.util.Locale;

/** What a message asks for. */
public enum MessageKind {
  /** "Read this document again"; notices of one document coalesce. */
  NOTICE,
  /** A business event with one effect and one idempotency key; never merged. */
  EVENT;

  /** As stored. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static MessageKind of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
