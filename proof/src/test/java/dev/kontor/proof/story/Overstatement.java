package dev.kontor.proof.story;

import dev.kontor.proof.merchant.Shelves;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** How long and by how much a shop offered more of an article than there was. */
final class Overstatement {

  private record Begun(long at, int polls) {}

  private final Shelves shelves;
  private final Supplier<String> lastPoll;
  private final Map<String, Begun> since = new HashMap<>();
  private String seen = "";
  private int polls;
  private int mostPolls;
  private Duration longest = Duration.ZERO;
  private BigDecimal most = BigDecimal.ZERO;

  /**
   * @param lastPoll another value after each poll of stock; looked at more often than that changes
   */
  Overstatement(Shelves shelves, Supplier<String> lastPoll) {
    this.shelves = shelves;
    this.lastPoll = lastPoll;
  }

  /** Looks; true if every figure is exact. */
  boolean isOver() {
    countPolls();
    Map<String, BigDecimal> wrong = shelves.wrong();
    long now = System.nanoTime();
    since.keySet().removeIf(sku -> wrong.getOrDefault(sku, BigDecimal.ZERO).signum() <= 0);
    wrong.forEach(
        (sku, off) -> {
          if (off.signum() > 0) {
            Begun begun = since.computeIfAbsent(sku, s -> new Begun(now, polls));
            Duration lasted = Duration.ofNanos(now - begun.at());
            longest = lasted.compareTo(longest) > 0 ? lasted : longest;
            mostPolls = Math.max(mostPolls, polls - begun.polls());
            most = most.max(off);
          }
        });
    return wrong.isEmpty();
  }

  private void countPolls() {
    String last = lastPoll.get();
    if (!last.equals(seen)) {
      seen = last;
      polls++;
    }
  }

  /** So many polls of stock were over while one article was overstated. */
  int polls() {
    return mostPolls;
  }

  Duration longest() {
    return longest;
  }

  @Override
  public String toString() {
    return "longest above truth %d ms and %d polls, most pieces above truth %s"
        .formatted(longest.toMillis(), mostPolls, most);
  }
}
