package dev.kontor.bench.stock;

import dev.kontor.bench.hub.HubSide;
import dev.kontor.bench.process.Java;
import dev.kontor.bench.twins.Systems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long a stocktaking takes to show in the shop, and how many calls. */
@Command(
    name = "stock",
    mixinStandardHelpOptions = true,
    description = "Many stock figures change at once in Business Central and go to Shopware.")
public final class StockCommand implements Callable<Integer> {

  private static final int HUNDREDTH = 100;

  @Option(names = "--skus", description = "Articles in both systems (${DEFAULT-VALUE}).")
  private int skus = 100_000;

  @Override
  public Integer call() throws IOException {
    Path directory = Java.runs().resolve("stock-" + ProcessHandle.current().pid());
    Files.createDirectories(directory);
    try (Systems systems = Systems.start(directory)) {
      Warehouse warehouse = new Warehouse(systems.shop(), systems.erp(), skus);
      warehouse.fill();
      systems.shop().forgetCalls();
      systems.erp().forgetCalls();
      System.out.printf("stock  %d articles entered in both systems%n", skus);
      long started = System.nanoTime();
      try (HubSide hub = systems.hub(directory.resolve("hub"), "{poll: PT1S}")) {
        hub.store().demandDurable();
        return report(new StockRun(systems, hub, warehouse), hub, warehouse, started);
      }
    }
  }

  private int report(StockRun run, HubSide hub, Warehouse warehouse, long started) {
    System.out.printf("stock  first reading: %s%n", run.first(started).figures());
    long wrong = warehouse.differing();
    Phase all = run.counted(1);
    wrong += warehouse.differing();
    System.out.printf("stock  %s%n", all.figures());
    Phase few = run.counted(HUNDREDTH);
    wrong += warehouse.differing();
    if (wrong > 0) {
      System.out.printf("WRONG: of %d figures the shop shows another than the ERP has%n", wrong);
    }
    System.out.printf(
        Locale.ROOT,
        "bench=stock skus=%d %s peak_mb=%d database_mb=%d ; %s%n",
        skus,
        all.figures(),
        hub.peakMegabytes(),
        hub.databaseMegabytes(),
        few.figures());
    return wrong == 0 ? 0 : 1;
  }
}
