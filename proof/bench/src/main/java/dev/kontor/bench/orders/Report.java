package dev.kontor.bench.orders;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Prints figures as they come, and what they amount to at the end. */
final class Report {

  /** Orders per second under which Camel must not stay on a machine as quick as the reference. */
  private static final double CAMEL_AT_LEAST = 900;

  /** Posts per second of the bare client on the machine that limit was set on. */
  private static final double BARE_REFERENCE = 20_000;

  private final PrintStream out;
  private final List<Round> rounds = new ArrayList<>();

  Report(PrintStream out) {
    this.out = out;
  }

  void add(Round round) {
    rounds.add(round);
  }

  void window(int number, Window kontor, Window camel, double commits) {
    out.printf(
        Locale.ROOT,
        "window %d  ratio %.2f  cpu ratio %.2f  kontor commits per order %.2f%n",
        number,
        kontor.perSecond() / camel.perSecond(),
        kontor.cpuSum() / camel.cpuSum(),
        commits);
    side("kontor", kontor);
    side("camel", camel);
  }

  private void side(String name, Window w) {
    out.printf(
        Locale.ROOT,
        "  %-7s %6.0f orders/s  accept p50 %.1f p99 %.1f ms  end to end p50 %.0f p99 %.0f ms"
            + "  CPU %.2f + database %.2f ms/order%n",
        name,
        w.perSecond(),
        w.accept().p50(),
        w.accept().p99(),
        w.endToEnd().p50(),
        w.endToEnd().p99(),
        w.cpu(),
        w.databaseCpu());
  }

  void bare(double perSecond) {
    out.printf(Locale.ROOT, "bare client  %.0f posts/s%n", perSecond);
  }

  /**
   * @param storedMillis 99th percentile until the hub's outcome was stored, 0 if not looked up
   */
  void paced(int perSecond, Window kontor, Window camel, double storedMillis) {
    out.printf(Locale.ROOT, "paced %d/s%n", perSecond);
    side("kontor", kontor);
    if (storedMillis > 0) {
      out.printf(Locale.ROOT, "  kontor  outcome stored p99 %.1f ms%n", storedMillis);
    }
    side("camel", camel);
  }

  void batched(Window kontor, long posts) {
    out.printf(Locale.ROOT, "batched, %d posts%n", posts);
    side("kontor", kontor);
  }

  void memory(long hub, long database, long camel) {
    out.printf(
        Locale.ROOT,
        "peak RSS  kontor %d MiB, its database %d MiB now  camel %d MiB%n",
        hub,
        database,
        camel);
  }

  /**
   * @return whether the run counts
   */
  boolean conclude() {
    double camel = median(r -> r.camel().get(r.last()).perSecond());
    double bare = median(Round::bare);
    boolean counts = camel >= CAMEL_AT_LEAST * Math.min(1, bare / BARE_REFERENCE);
    if (!counts) {
      out.printf(
          Locale.ROOT,
          "VOID: camel stayed under %.0f orders/s and the bare client is not slower in proportion%n",
          CAMEL_AT_LEAST);
    }
    out.printf(
        Locale.ROOT,
        "bench=orders kontor=%.0f camel=%.0f ratio=%.2f ratio_first=%.2f cpu_ratio=%.2f p99_ms=%.1f%n",
        median(r -> r.kontor().get(r.last()).perSecond()),
        camel,
        median(r -> r.ratio(r.last())),
        median(r -> r.ratio(0)),
        median(r -> r.cpuRatio(r.last())),
        median(Round::pacedMillis));
    return counts;
  }

  private double median(ToDoubleFunction<Round> figure) {
    double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
