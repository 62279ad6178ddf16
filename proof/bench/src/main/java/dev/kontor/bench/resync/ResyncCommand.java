package dev.kontor.bench.resync;

import dev.kontor.bench.Progress;
import dev.kontor.bench.hub.HubSide;
import dev.kontor.bench.hub.Patience;
import dev.kontor.bench.process.Java;
import dev.kontor.bench.twins.Systems;
import dev.kontor.model.ModelJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether a whole catalogue keeps the stated call rate and delays no order. */
@Command(
    name = "resync",
    mixinStandardHelpOptions = true,
    description = "Every article goes from Business Central to Magento while people order.")
public final class ResyncCommand implements Callable<Integer> {

  private static final Duration WINDOW = Duration.ofMinutes(5);

  /** How often all articles are counted: it costs the database what orders need. */
  private static final Duration LOOK = Duration.ofSeconds(2);

  /** Seconds: the first orders meet a hub that is cold. */
  private static final int WARM = 30;

  @Option(names = "--products", description = "Articles (${DEFAULT-VALUE}).")
  private int products = 50_000;

  @Option(names = "--limit", description = "Calls to the shop in 5 minutes (${DEFAULT-VALUE}).")
  private int limit = 6_000;

  @Option(names = "--orders", description = "Orders a minute (${DEFAULT-VALUE}).")
  private int orders = 60;

  @Option(names = "--idle", description = "Seconds of orders alone before (${DEFAULT-VALUE}).")
  private int idle = 120;

  @Option(names = "--failing", description = "Articles the shop refuses (${DEFAULT-VALUE}).")
  private int failing = 50;

  @Option(
      names = "--pace",
      description = "Operations a second the shop's consumer does (${DEFAULT-VALUE}).")
  private int pace = 250;

  @Override
  public Integer call() throws IOException {
    Path directory = Java.runs().resolve("resync-" + ProcessHandle.current().pid());
    Files.createDirectories(directory);
    try (Systems systems = Systems.withMagento(directory)) {
      systems
          .shop()
          .put(
              "/_twin/shop/consumer",
              ModelJson.mapper().createObjectNode().put("on", true).put("perSecond", pace));
      Range range = new Range(systems, products, failing, Math.max(1, failing / 5));
      range.prepare();
      try (HubSide hub =
          systems.hub(directory.resolve("hub"), Map.of("limit", Integer.toString(limit)))) {
        hub.store().demandDurable();
        return run(systems, hub, range);
      }
    }
  }

  private int run(Systems systems, HubSide hub, Range range) {
    try (CallRate rate = new CallRate(systems.shop());
        Shoppers shoppers = new Shoppers(systems.shop(), Range.SOLD, orders, hub.store()::now)) {
      System.out.printf(
          "resync  %d s of orders warm up, %d s of orders alone are the measure%n", WARM, idle);
      rest(WARM);
      Instant quiet = hub.store().now();
      rest(idle);
      Instant began = hub.store().now();
      System.out.printf("resync  %d articles come%n", products);
      range.enter();
      written(hub, range.all());
      Instant ended = hub.store().now();
      double seconds = Duration.between(began, ended).toMillis() / 1e3;
      shoppers.close();
      int placed = shoppers.placed().size();
      new Patience().until(() -> hub.store().storedBy("orders").size(), placed);
      Map<String, Long> stored = hub.store().storedBy("orders");
      Delays alone = Delays.of(shoppers.placed(), stored, micros(quiet), micros(began));
      Delays meanwhile = Delays.of(shoppers.placed(), stored, micros(began), micros(ended));
      return report(range, hub, rate, seconds, alone, meanwhile);
    }
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  private static void rest(int seconds) {
    try {
      Thread.sleep(Duration.ofSeconds(seconds));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void written(HubSide hub, int all) {
    Progress progress = new Progress(System.out, "resync  articles decided");
    new Patience(LOOK)
        .until(
            () -> {
              long done = hub.store().decided("products");
              progress.at(done, all);
              return done;
            },
            all);
  }

  private int report(
      Range range, HubSide hub, CallRate rate, double seconds, Delays alone, Delays meanwhile) {
    long told = range.told(hub.store().dead("products"));
    long missing = range.missing();
    long lost = alone.lost() + meanwhile.lost();
    boolean right = told == failing && missing == 0 && lost == 0 && rate.most(WINDOW) <= limit;
    System.out.printf(
        "resync  %d articles are not as they should be in the shop, %d orders not in the ERP%n",
        missing, lost);
    System.out.printf(
        "resync  slowest orders, by seconds after the articles came: %s%n", meanwhile.slowest());
    System.out.printf(
        Locale.ROOT,
        "bench=resync products=%d seconds=%.0f calls=%d calls_per_minute_max=%d calls_per_5_minutes_max=%d limit=%d"
            + " orders=%d order_p99_ms=%d order_max_ms=%d order_p99_idle_ms=%d order_max_idle_ms=%d"
            + " failed_planted=%d failed_reported=%d%n",
        products,
        seconds,
        rate.total(),
        rate.most(Duration.ofMinutes(1)),
        rate.most(WINDOW),
        limit,
        meanwhile.count(),
        meanwhile.percentile(99),
        meanwhile.percentile(100),
        alone.percentile(99),
        alone.percentile(100),
        failing,
        told);
    return right ? 0 : 1;
  }
}
