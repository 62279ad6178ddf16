package dev.kontor.bench.orders;

import java.util.Arrays;
import tools.jackson.databind.JsonNode;

/** Arithmetic on monotonic nanoseconds. */
final class Nanos {

  private Nanos() {}

  static long[] of(JsonNode array) {
    long[] nanos = new long[array.size()];
    Arrays.setAll(nanos, i -> array.get(i).asLong());
    return nanos;
  }

  static long[] between(long[] from, long[] to) {
    long[] taken = new long[from.length];
    Arrays.setAll(taken, i -> to[i] - from[i]);
    return taken;
  }

  /**
   * @param percent such as 99
   */
  static double percentileMillis(long[] nanos, int percent) {
    if (nanos.length == 0) {
      return 0;
    }
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
    return sorted[Math.max(0, rank - 1)] / 1e6;
  }

  static long least(long[] nanos) {
    return Arrays.stream(nanos).min().orElse(0);
  }

  /** Pushes a second from the first one to the last answer. */
  static double perSecond(JsonNode pushed) {
    long[] due = of(pushed.path("due"));
    long[] answered = of(pushed.path("answered"));
    long end = 0;
    for (int i = 0; i < due.length; i++) {
      end = Math.max(end, due[i] + answered[i]);
    }
    return due.length * 1e9 / (end - least(due));
  }
}
