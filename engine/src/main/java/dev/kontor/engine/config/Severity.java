package dev.kontor.engine.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How much an alert presses, the more pressing last. */
public enum Severity {
  /** Today is soon enough. */
  @JsonProperty("warning")
  WARNING,
  /** Orders or money stand still. */
  @JsonProperty("urgent")
  URGENT;

  /** As the configuration and the API write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Severity of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
