package dev.kontor.engine.observe;

import java.util.Locale;

/** How a call to a connected system ended. */
public enum CallResult {
  OK,
  /** Refused for its content, rights or the document's state (4xx). */
  REFUSED,
  /** 429. */
  THROTTLED,
  /** The system failed (5xx). */
  FAILED,
  /** None came in time, or the call was not begun. */
  NO_ANSWER;

  public static CallResult of(int status) {
    if (status == 429) {
      return THROTTLED;
    }
    if (status >= 500) {
      return FAILED;
    }
    return status >= 400 ? REFUSED : OK;
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
