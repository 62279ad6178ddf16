package dev.kontor.app.command;

import dev.kontor.app.hub.Records;
import dev.kontor.engine.Connectors;
import dev.kontor.engine.Reconciliation;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.reconcile.Report;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
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
    description = "Compares both ends of every flow of orders, stock and state, and the record.",
    footer = {
      "",
      "Only reads, also beside a running hub. Names each difference by its cause: never received;",
      "received, not sent; sent, not there; changed there; rule or mapping changed; double; gone",
      "here. Rounding that was accepted is listed, too. Says which of them --repair has a hub read"
          + " or",
      "write anew; the others a person decides.",
      "Run it again to prove it. Exit status 1 if anything differs."
    })
public final class ReconcileCommand implements Callable<Integer> {

  @Mixin private ConfigOption file = new ConfigOption();
  @Mixin private HomeOption home = new HomeOption();
  @Mixin private DecidedBy by = new DecidedBy();

  @Option(names = "--repair", description = "Has a hub read and write anew what that mends.")
  private boolean repair;

  @Mixin private FlowOption flows = new FlowOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Connectors connectors = Connectors.installed();
    PrintWriter out = spec.commandLine().getOut();
    boolean agreed = true;
    try (Records records = Records.open(home.path(), System.getenv());
        Reconciliation reconciliation =
            new Reconciliation(
                file.load(records, connectors), connectors, records.database(), records.vault())) {
      List<FlowConfig> all = reconciliation.flows();
      for (FlowConfig flow : flows.chosen(spec, "compared", all, all)) {
        agreed &= agree(reconciliation, flow, new FoundDifferences(flow, repair, out));
      }
    }
    return agreed ? 0 : 1;
  }

  private boolean agree(Reconciliation reconciliation, FlowConfig flow, FoundDifferences found) {
    found.begin();
    Optional<String> obstacle = reconciliation.obstacle(flow);
    if (obstacle.isPresent()) {
      found.incomparable(obstacle.get());
      return false;
    }
    Report report = reconciliation.compare(flow, found::progress);
    found.show(report);
    int repaired = repair ? reconciliation.repair(flow, report.differences(), by.name()) : 0;
    found.end(report, repaired);
    return report.differences().isEmpty();
  }
}
