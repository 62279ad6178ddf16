package dev.kontor.twin.businesscentral.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/** The calls of one user in a window of five minutes that slides (behaviours.md §6). */
final class RateWindow {
  private static final Duration LENGTH = Duration.ofMinutes(5);

  private final Deque<Instant> admitted = new ArrayDeque<>();
  private final int most;
  private final InstantSource clock;

  /** At most so many calls in the window, 0 for any number. */
  RateWindow(int most, InstantSource clock) {
    this.most = most;
    this.clock = clock;
  }

  /** Whether one more call fits now; it counts then. */
  synchronized boolean admits() {
    if (most == 0) {
      return true;
    }
    Instant now = clock.instant();
    forgetBefore(now.minus(LENGTH));
    return admitted.size() < most && admitted.add(now);
  }

  private void forgetBefore(Instant start) {
    while (!admitted.isEmpty() && admitted.getFirst().isBefore(start)) {
      admitted.removeFirst();
    }
  }
}
