package dev.kontor.engine.alert;

import java.util.Locale;

/** What is said about an alert. */
public enum Tidings {
  OPENED,
  REPEATED,
  OVER,
  /** That it would arrive; never stored. */
  TEST;

  /** As it is stored and sent. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Tidings of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
