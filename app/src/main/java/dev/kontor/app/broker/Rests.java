package dev.kontor.app.broker;

import java.time.Duration;

/** How long to wait before the next try: twice as long each time, from a second to a minute. */
final class Rests {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private Duration next = FIRST;

  Duration next() {
    Duration now = next;
    Duration twice = now.multipliedBy(2);
    next = twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
    return now;
  }

  /** A try went well. */
  void over() {
    next = FIRST;
  }
}
