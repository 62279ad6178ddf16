package dev.kontor.proof.story;

import dev.kontor.proof.merchant.Shelves;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How long and by how much a shop offered more of an article than there was. */
final class Overstatement {

  private final Shelves shelves;
  private final Map<String, Long> since = new HashMap<>();
  private Duration longest = Duration.ZERO;
  private BigDecimal most = BigDecimal.ZERO;

  Overstatement(Shelves shelves) {
    this.shelves = shelves;
  }

  /** Looks; true if every figure is exact. */
  boolean isOver() {
    Map<String, BigDecimal> wrong = shelves.wrong();
    long now = System.nanoTime();
    since.keySet().removeIf(sku -> wrong.getOrDefault(sku, BigDecimal.ZERO).signum() <= 0);
    wrong.forEach(
        (sku, off) -> {
          if (off.signum() > 0) {
            Duration lasted = Duration.ofNanos(now - since.computeIfAbsent(sku, s -> now));
            longest = lasted.compareTo(longest) > 0 ? lasted : longest;
            most = most.max(off);
          }
        });
    return wrong.isEmpty();
  }

  Duration longest() {
    return longest;
  }

  @Override
  public String toString() {
    return "longest above truth " + longest.toMillis() + " ms, most pieces above truth " + most;
  }
}
