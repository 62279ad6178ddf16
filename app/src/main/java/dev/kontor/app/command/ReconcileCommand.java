package dev.kontor.app.command;

import dev.kontor.app.hub.Records;
import dev.kontor.engine.Connectors;
import dev.kontor.engine.Reconciliation;
import dev.kontor.engine.config.ConfigLoader;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.HubConfig;
import dev.kontor.engine.reconcile.Difference;
import dev.kontor.engine.reconcile.OrderReport;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks both sides whether they agree. */
@Command(
    name = "reconcile",
    mixinStandardHelpOptions = true,
    description = "Compares every order of the shops with the record and the ERP.",
    footer = {
      "",
      "Only reads, also beside a running hub. Names each difference by its cause: never received;",
      "received, not sent; sent, not there; changed there; double; gone here. With --repair a hub",
      "reads anew what was never received; everything else a person decides. Run it again to prove",
      "it. Exit status 1 if anything differs."
    })
public final class ReconcileCommand implements Callable<Integer> {

  private static final int EVERY = 500;

  @Mixin private ConfigOption file = new ConfigOption();
  @Mixin private HomeOption home = new HomeOption();
  @Mixin private DecidedBy by = new DecidedBy();

  @Option(names = "--repair", description = "Has the hub read what it was never told.")
  private boolean repair;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Connectors connectors = Connectors.installed();
    HubConfig config = ConfigLoader.load(file.file(), System.getenv(), connectors.schemas());
    PrintWriter out = spec.commandLine().getOut();
    int compared = 0;
    int different = 0;
    int repaired = 0;
    try (Records records = Records.open(home.path(), System.getenv());
        Reconciliation reconciliation =
            new Reconciliation(config, connectors, records.database(), records.vault())) {
      for (FlowConfig flow : reconciliation.orders()) {
        Optional<OrderReport> report = compare(reconciliation, flow, out);
        if (report.isEmpty()) {
          different++;
          continue;
        }
        compared += report.get().compared();
        different += report.get().differences().size();
        repaired += repair ? reconciliation.repair(flow, report.get().differences(), by.name()) : 0;
      }
    }
    out.println(
        "orders compared=" + compared + " different=" + different + " repaired=" + repaired);
    out.flush();
    return different == 0 ? 0 : 1;
  }

  private static Optional<OrderReport> compare(
      Reconciliation reconciliation, FlowConfig flow, PrintWriter out) {
    out.printf("flow %s: %s → %s%n", flow.name(), flow.from().connection(), flow.to().connection());
    out.flush();
    Optional<OrderReport> report =
        reconciliation.compare(
            flow,
            n -> {
              if (n % EVERY == 0) {
                out.println("  " + n + " compared");
                out.flush();
              }
            });
    report.ifPresentOrElse(r -> print(r, out), () -> out.println(unreadable(flow)));
    out.flush();
    return report;
  }

  private static String unreadable(FlowConfig flow) {
    return "  cannot be compared: no flow of kind progress from "
        + flow.to().connection()
        + " to "
        + flow.from().connection()
        + " says how its orders are read; add one, it may stay switched off";
  }

  private static void print(OrderReport report, PrintWriter out) {
    for (Difference difference : report.differences()) {
      out.printf(
          "  %-10s %-20s %s%n", difference.number(), difference.cause().words(), difference.what());
    }
    new TreeMap<>(report.sums())
        .forEach(
            (currency, sums) ->
                out.printf(
                    "  %d orders on both sides: %s %s here, %s there%n",
                    sums.orders(),
                    currency,
                    sums.here().toPlainString(),
                    sums.there().toPlainString()));
  }
}
