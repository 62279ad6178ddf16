package dev.kontor.app.command;

import dev.kontor.app.hub.Records;
import dev.kontor.engine.Connectors;
import dev.kontor.engine.Reconciliation;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.reconcile.StockExplanation;
import dev.kontor.engine.stock.SeenStock;
import dev.kontor.engine.stock.StockLevelStore;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Standing;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Why a shop shows that stock. */
@Command(
    name = "stock",
    mixinStandardHelpOptions = true,
    description = "Says why each shop is to show that stock, and what it shows.",
    footer = {
      "",
      "Only reads, also beside a running hub: the figure by the flow's rule as it is now with"
          + " every",
      "term and its source, what the shop was told last, what it shows, and why that differs.",
      "Exit status 1 if a shop shows something else, or nothing is known."
    })
public final class StockCommand implements Callable<Integer> {

  @Mixin private ConfigOption file = new ConfigOption();
  @Mixin private HomeOption home = new HomeOption();

  @Parameters(paramLabel = "SKU", description = "The shop's article number.")
  private String sku = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Connectors connectors = Connectors.installed();
    PrintWriter out = spec.commandLine().getOut();
    try (Records records = Records.open(home.path(), System.getenv());
        Reconciliation reconciliation =
            new Reconciliation(
                file.load(records, connectors), connectors, records.database(), records.vault())) {
      List<FlowConfig> flows =
          reconciliation.flows().stream().filter(f -> f.kind() == FlowKind.STOCK).toList();
      boolean agreed = !flows.isEmpty();
      for (FlowConfig flow : flows) {
        agreed &= explained(reconciliation, flow, out);
      }
      if (flows.isEmpty()) {
        out.println("no flow of stock is switched on");
      }
      out.flush();
      return agreed ? 0 : 1;
    }
  }

  private boolean explained(Reconciliation reconciliation, FlowConfig flow, PrintWriter out) {
    Optional<String> obstacle = reconciliation.obstacle(flow);
    if (obstacle.isPresent()) {
      out.println("flow " + flow.name() + ": " + obstacle.get());
      return false;
    }
    try {
      Optional<StockExplanation> found = reconciliation.explain(flow, sku);
      found.ifPresentOrElse(
          explanation -> print(flow, explanation, out),
          () -> out.printf("%s does not know the article %s%n", flow.from().connection(), sku));
      return found.isPresent() && found.get().difference() == null;
    } catch (FaultException e) {
      out.println("flow " + flow.name() + ": " + e.fault().message());
      return false;
    }
  }

  private void print(FlowConfig flow, StockExplanation explanation, PrintWriter out) {
    SeenStock seen = explanation.seen();
    out.printf(
        "%s in %s (flow %s): %s by the rule, of the ERP as read at %s%n",
        sku,
        flow.to().connection(),
        flow.name(),
        StockTold.plain(seen.figure().quantity()),
        StockTold.seconds(explanation.read()));
    StockTold.terms(seen.figure().json(), out);
    StockTold.pending(explanation.pending(), out);
    told(seen.told(), seen, out);
    out.println("  " + shows(flow, seen.there()));
    if (explanation.difference() != null) {
      out.printf(
          "  why: %s: %s%s%n",
          explanation.difference().cause().words(),
          explanation.difference().what(),
          explanation.waiting() ? "; a change is on its way" : "");
    }
  }

  private static void told(StockLevelStore.@Nullable Level told, SeenStock seen, PrintWriter out) {
    if (told == null) {
      out.println("  the shop was never told");
      return;
    }
    out.printf(
        "  last told %s at %s%n",
        StockTold.plain(told.quantity()), StockTold.seconds(told.writtenBy()));
    StockTold.sold(told, out);
    if (!seen.isTold()) {
      out.println("  the terms then:");
      StockTold.terms(ModelJson.parse(told.terms()), out);
    }
  }

  private static String shows(FlowConfig flow, Standing there) {
    String shop = flow.to().connection();
    return switch (there) {
      case Standing.Same _ -> shop + " shows just that";
      case Standing.Absent _ -> shop + " does not have the article";
      case Standing.Incomparable(var fault) -> shop + " cannot be compared: " + fault.message();
      case Standing.Other other ->
          "%s shows %s, last changed at %s"
              .formatted(
                  shop, other.fields().getFirst().there(), StockTold.seconds(other.changedAt()));
    };
  }
}
