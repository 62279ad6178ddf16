package dev.kontor.bench.resync;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How long orders took from the shop's till to the stored outcome in the ERP.
 *
 * @param all ascending by how long they took
 * @param lost orders that never arrived
 */
record Delays(List<Delay> all, long lost) {

  private static final long MILLI = 1_000;
  private static final long SECOND = 1_000_000;
  private static final int FEW = 5;

  /**
   * Of one order.
   *
   * @param second after the time's begin that it was placed in
   */
  private record Delay(long second, long millis) {}

  /**
   * Of orders placed within a time; all in microseconds, by order number.
   *
   * @param stored when each outcome was stored
   */
  static Delays of(Map<String, Long> placed, Map<String, Long> stored, long from, long to) {
    List<Delay> arrived =
        placed.entrySet().stream()
            .filter(order -> order.getValue() >= from && order.getValue() < to)
            .filter(order -> stored.containsKey(order.getKey()))
            .map(
                order ->
                    new Delay(
                        (order.getValue() - from) / SECOND,
                        (stored.getOrDefault(order.getKey(), 0L) - order.getValue()) / MILLI))
            .sorted(Comparator.comparingLong(Delay::millis))
            .toList();
    long all = placed.values().stream().filter(at -> at >= from && at < to).count();
    return new Delays(arrived, all - arrived.size());
  }

  int count() {
    return all.size();
  }

  /** 100 is the longest; 0 if there was none. */
  long percentile(int percent) {
    int place = Math.ceilDiv(all.size() * percent, 100);
    return place == 0 ? 0 : all.get(place - 1).millis();
  }

  /** The few that took longest: milliseconds by the second they were placed in. */
  String slowest() {
    return all.reversed().stream()
        .limit(FEW)
        .map(delay -> "%d s %d ms".formatted(delay.second(), delay.millis()))
        .collect(Collectors.joining(", "));
  }
}
