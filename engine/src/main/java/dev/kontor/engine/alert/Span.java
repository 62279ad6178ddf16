package dev.kontor.engine.alert;

import java.time.Duration;

/** A length of time in figures and units that are the same in English and German. */
final class Span {

  private static final long DAY = 24;
  private static final long MINUTE = 60;

  private Span() {}

  /** Such as {@code 1 d 2 h}, {@code 15 min} or {@code 30 s}. */
  static String words(Duration span) {
    long seconds = span.toSeconds();
    if (seconds < MINUTE) {
      return seconds + " s";
    }
    long hours = span.toHours();
    if (hours >= DAY) {
      return span.toDays() + " d" + (hours % DAY == 0 ? "" : " " + hours % DAY + " h");
    }
    long minutes = span.toMinutesPart();
    return hours == 0
        ? minutes + " min"
        : hours + " h" + (minutes == 0 ? "" : " " + minutes + " min");
  }
}
