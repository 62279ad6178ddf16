package dev.kontor.engine.budget;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Whether answers of one kind take clearly longer than they used to. */
final class Latency {

  private static final long NOTICED = Duration.ofMillis(500).toNanos();
  private static final int TIMES = 2;

  // Two moving averages, one that follows at once and one that remembers.
  private static final class Averages {
    private long now;
    private long usual;

    private Averages(long first) {
      now = first;
      usual = first;
    }

    private boolean add(long took) {
      now += (took - now) / 4;
      usual += (took - usual) / 64;
      return now > NOTICED && now > usual * TIMES;
    }
  }

  private final Map<String, Averages> kinds = new HashMap<>();

  boolean isRising(String kind, Duration took) {
    return kinds.computeIfAbsent(kind, k -> new Averages(took.toNanos())).add(took.toNanos());
  }
}
