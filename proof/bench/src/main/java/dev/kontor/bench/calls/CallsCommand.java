package dev.kontor.bench.calls;

import dev.kontor.bench.Progress;
import dev.kontor.bench.hub.HubSide;
import dev.kontor.bench.hub.Patience;
import dev.kontor.bench.process.Java;
import dev.kontor.bench.twins.Counted;
import dev.kontor.bench.twins.Systems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** How many calls and operations new orders cost the ERP's budget, counted in the ERP. */
@Command(
    name = "calls",
    mixinStandardHelpOptions = true,
    description = "Calls and operations in Business Central for new orders of known customers.")
public final class CallsCommand implements Callable<Integer> {

  /** Operations Business Central takes in one call. */
  private static final int BATCH = 100;

  @Option(names = "--orders", description = "New orders (${DEFAULT-VALUE}).")
  private int orders = 1_000;

  @Option(names = "--customers", description = "Customers who order in turn (${DEFAULT-VALUE}).")
  private int customers = 50;

  @Override
  public Integer call() throws IOException {
    Path directory = Java.runs().resolve("calls-" + ProcessHandle.current().pid());
    Files.createDirectories(directory);
    try (Systems systems = Systems.start(directory);
        HubSide hub = systems.hub(directory.resolve("hub"), "{enabled: false}")) {
      hub.store().demandDurable();
      Buyers buyers = new Buyers(systems.shop(), customers);
      buyers.place(customers);
      transferred(hub, buyers);
      systems.shop().reachable(false);
      buyers.place(orders);
      System.out.printf("calls  %d orders placed while the hub cannot reach the shop%n", orders);
      systems.erp().forgetCalls();
      systems.shop().reachable(true);
      long started = System.nanoTime();
      transferred(hub, buyers);
      double seconds = (System.nanoTime() - started) / 1e9;
      return report(systems.erp().counted(), seconds, arrived(systems, buyers));
    }
  }

  /** Waits until every order is in the ERP and the shop was told. */
  private static void transferred(HubSide hub, Buyers buyers) {
    Progress progress = new Progress(System.out, "calls  orders transferred");
    new Patience()
        .until(
            () -> {
              long done = hub.store().ended("orders");
              progress.at(done, buyers.placed());
              return done;
            },
            buyers.placed());
    new Patience().until(() -> hub.isSettled() ? 1 : 0, 1);
  }

  /** Whether every order is in the ERP, and only once. */
  private static boolean arrived(Systems systems, Buyers buyers) {
    JsonNode there = systems.erp().get("/_twin/truth/orders").path("orders");
    Set<String> references = new HashSet<>();
    there.forEach(order -> references.add(order.path("externalDocumentNumber").asString()));
    return references.size() == buyers.placed() && there.size() == buyers.placed();
  }

  private int report(Counted erp, double seconds, boolean right) {
    System.out.printf("calls by kind%n%s", Counted.table(erp.calls()));
    System.out.printf("operations by kind%n%s", Counted.table(erp.operations()));
    if (!right) {
      System.out.println("WRONG: the ERP does not have each order just once");
    }
    System.out.printf(
        Locale.ROOT,
        "bench=calls orders=%d customers=%d erp_calls=%d erp_operations=%d minimum_calls=%d"
            + " minimum_operations=%d seconds=%.1f%n",
        orders,
        customers,
        erp.requests(),
        erp.allOperations(),
        minimumCalls(orders),
        orders,
        seconds);
    return right ? 0 : 1;
  }

  /** One call looks up what a hundred orders need, one creates them. */
  static int minimumCalls(int orders) {
    return 2 * ((orders + BATCH - 1) / BATCH);
  }
}
