package dev.kontor.engine.match;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of a pair. */
public enum Decision {
  LINK,
  SKIP,
  /** A person must say which of the two. */
  ASK;

  /** As files have it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Decision> of(String key) {
    return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
  }
}
