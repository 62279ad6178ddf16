package dev.kontor.bench.orders;

import java.util.List;

/**
 * What one round with fresh processes showed.
 *
 * @param kontor windows in order
 * @param camel windows in order
 * @param bare posts per second of a client that only posts
 * @param pacedMillis 99th percentile from push to stored outcome at 50 orders a second
 */
record Round(List<Window> kontor, List<Window> camel, double bare, double pacedMillis) {

  Round {
    kontor = List.copyOf(kontor);
    camel = List.copyOf(camel);
  }

  double ratio(int window) {
    return kontor.get(window).perSecond() / camel.get(window).perSecond();
  }

  double cpuRatio(int window) {
    return kontor.get(window).cpuSum() / camel.get(window).cpuSum();
  }

  int last() {
    return kontor.size() - 1;
  }
}
