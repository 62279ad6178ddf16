package dev.kontor.bench.resync;

import java.util.List;
import java.util.Map;

/**
 * How long orders took from the shop's till to the stored outcome in the ERP.
 *
 * @param millis ascending
 * @param lost orders that never arrived
 */
record Delays(List<Long> millis, long lost) {

  private static final long MILLI = 1_000;

  /**
   * Of orders placed within a time; all in microseconds, by order number.
   *
   * @param stored when each outcome was stored
   */
  static Delays of(Map<String, Long> placed, Map<String, Long> stored, long from, long to) {
    List<Long> millis =
        placed.entrySet().stream()
            .filter(order -> order.getValue() >= from && order.getValue() < to)
            .filter(order -> stored.containsKey(order.getKey()))
            .map(order -> (stored.getOrDefault(order.getKey(), 0L) - order.getValue()) / MILLI)
            .sorted()
            .toList();
    long all = placed.values().stream().filter(at -> at >= from && at < to).count();
    return new Delays(millis, all - millis.size());
  }

  int count() {
    return millis.size();
  }

  /** 100 is the longest; 0 if there was none. */
  long percentile(int percent) {
    int place = Math.ceilDiv(millis.size() * percent, 100);
    return place == 0 ? 0 : millis.get(place - 1);
  }
}
