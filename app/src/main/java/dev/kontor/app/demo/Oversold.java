package dev.kontor.app.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures the bound of overselling: what is sold of an article while its shop offers more than
 * there is, from the moment the truth changed until the shop's figure is right again.
 */
public final class Oversold {

  private final Map<String, Window> open = new HashMap<>();
  private final Map<String, Long> moved = new HashMap<>();
  private final Shown shown;
  private int most;
  private int total;
  private Duration longest = Duration.ZERO;

  private record Window(long since, int units) {}

  /** Hears that the shop's figure of an article is right again, and how long that took. */
  @FunctionalInterface
  public interface Shown {
    void shown(String sku, BigDecimal stock, Duration after);
  }

  public Oversold(Shown shown) {
    this.shown = shown;
  }

  /**
   * The measured bound.
   *
   * @param most pieces of one article in one window
   * @param total pieces in all windows
   * @param longest time from a change to the right figure
   */
  public record Bound(int most, int total, Duration longest) {}

  public synchronized void sold(String sku, int units) {
    open.computeIfPresent(sku, (key, window) -> new Window(window.since(), window.units() + units));
  }

  /** From here on the shop's figure may be wrong; what is sold counts. */
  public synchronized void moved(String sku) {
    open.putIfAbsent(sku, new Window(System.nanoTime(), 0));
    moved.putIfAbsent(sku, System.nanoTime());
  }

  public synchronized void look(List<Shelf> shelves) {
    for (Shelf shelf : shelves) {
      if (shelf.offersTooMuch()) {
        open.putIfAbsent(shelf.sku(), new Window(System.nanoTime(), 0));
      } else {
        close(shelf.sku());
      }
      Long since = shelf.right() ? moved.remove(shelf.sku()) : null;
      if (since != null) {
        Duration after = Duration.ofNanos(System.nanoTime() - since);
        longest = after.compareTo(longest) > 0 ? after : longest;
        shown.shown(shelf.sku(), shelf.shown(), after);
      }
    }
  }

  private void close(String sku) {
    Window window = open.remove(sku);
    if (window != null) {
      most = Math.max(most, window.units());
      total += window.units();
    }
  }

  public synchronized Bound bound() {
    return new Bound(most, total, longest);
  }
}
