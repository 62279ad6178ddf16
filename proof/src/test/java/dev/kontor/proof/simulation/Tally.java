package dev.kontor.proof.simulation;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** How often what happened. */
final class Tally {

  private final Map<Happening, Long> counts = new ConcurrentHashMap<>();

  Tally() {
    Arrays.stream(Happening.values()).forEach(h -> counts.put(h, 0L));
  }

  void count(Happening what) {
    counts.merge(what, 1L, Long::sum);
  }

  void add(Tally other) {
    other.counts.forEach((what, times) -> counts.merge(what, times, Long::sum));
  }

  long of(Happening what) {
    return counts.getOrDefault(what, 0L);
  }

  /** All of it, in the order of the kinds. */
  String text() {
    return Arrays.stream(Happening.values())
        .map(h -> of(h) + " " + h)
        .collect(Collectors.joining(", "));
  }
}
