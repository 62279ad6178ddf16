package dev.kontor.proof.shelf;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is free of each article by the warehouse's and all buyers' own account, and how far back one
 * must look to find as much as a shop sold. That is how old a shop's figure was when it sold.
 */
final class Sales {

  private final Map<String, List<Free>> history = new HashMap<>();
  private Duration oldest = Duration.ZERO;
  private int beyond;

  /** Pieces that were free from a moment on, in nanoseconds of this machine. */
  private record Free(long since, int pieces) {}

  int free(String sku) {
    return past(sku).getLast().pieces();
  }

  private List<Free> past(String sku) {
    return history.computeIfAbsent(sku, s -> new ArrayList<>(List.of(new Free(0, 0))));
  }

  /** Pieces come to lie there, or are taken away. */
  void moved(String sku, int pieces, long at) {
    past(sku).add(new Free(at, free(sku) + pieces));
  }

  /**
   * A shop has sold these.
   *
   * @return how old its figure was: since when no more so many were free
   */
  Duration sold(String sku, int pieces, long at) {
    beyond += Math.max(0, pieces - Math.max(0, free(sku)));
    Duration age = age(past(sku), pieces, at);
    oldest = age.compareTo(oldest) > 0 ? age : oldest;
    moved(sku, -pieces, at);
    return age;
  }

  private static Duration age(List<Free> past, int pieces, long at) {
    long until = at;
    for (Free free : past.reversed()) {
      if (free.pieces() >= pieces) {
        return Duration.ofNanos(at - until);
      }
      until = free.since();
    }
    throw new IllegalStateException(pieces + " pieces were never free");
  }

  /** How old the oldest figure was that something was sold by. */
  Duration oldest() {
    return oldest;
  }

  /** Pieces sold that were not free any more at that moment. */
  int beyond() {
    return beyond;
  }
}
