package dev.kontor.connector.businesscentral;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many orders go into one call: as many as fit into the wanted time, 100 at most
 * (business-central/behaviours.md §6).
 */
final class BatchSize {

  static final int MOST = 100;

  private static final int FIRST = 25;
  private static final Duration WANTED = Duration.ofSeconds(15);

  private final AtomicInteger size = new AtomicInteger(FIRST);

  int now() {
    return size.get();
  }

  /** Learns from a call; grows at most twofold so that one quick call does not mislead. */
  void took(int elements, Duration time) {
    long perElement = Math.max(1, time.toMillis() / Math.max(1, elements));
    long fitting = WANTED.toMillis() / perElement;
    long allowed = Math.min(fitting, Math.min(MOST, 2L * Math.max(elements, size.get())));
    size.set((int) Math.max(1, allowed));
  }

  /** After a call that got no answer in time. */
  void halve() {
    size.updateAndGet(known -> Math.max(1, known / 2));
  }
}
