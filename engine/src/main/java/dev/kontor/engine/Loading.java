package dev.kontor.engine;

import dev.kontor.engine.audit.AuditRow;
import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.config.HubConfig;
import dev.kontor.engine.db.Database;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.load.Load;
import dev.kontor.engine.load.Loads;
import dev.kontor.engine.match.MatchingStore;
import dev.kontor.engine.observe.Watch;
import dev.kontor.engine.vault.Vault;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The initial load of flows: this process feeds the ledger, hubs do the work. */
public final class Loading implements AutoCloseable {

  private final List<FlowConfig> flows;
  private final Aside aside;
  private final AuditStore audit;

  /**
   * @param watch looks at the calls this process makes
   * @throws dev.kontor.engine.config.ConfigException if a mapping does not compile
   */
  public Loading(
      HubConfig config, Connectors connectors, Database database, Vault vault, Watch watch) {
    this.flows = config.flows().stream().filter(f -> f.enabled() && isLoaded(f.kind())).toList();
    this.aside = new Aside(config, connectors, database, vault, watch);
    this.audit = new AuditStore(vault);
  }

  private static boolean isLoaded(FlowKind kind) {
    return switch (kind) {
      case ORDERS, CUSTOMERS, STATE, STOCK -> true;
      case SHARED, REPLY, REFUNDS, PAYMENTS, SHIPMENTS, INVOICES, PROGRESS -> false;
    };
  }

  /** By which the work goes. */
  public InstantSource clock() {
    return aside.clock();
  }

  /** The enabled flows that can be loaded. */
  public List<FlowConfig> flows() {
    return flows;
  }

  /** Why orders must not be loaded yet; empty if they may. */
  public Optional<String> obstacle(FlowConfig flow) {
    if (flow.kind() != FlowKind.ORDERS) {
      return Optional.empty();
    }
    Optional<MatchingStore.Standing> matched =
        Transactions.run(aside.source(), c -> MatchingStore.of(c, flow.name()));
    if (matched.isEmpty()) {
      return Optional.of(
          "nobody looked yet which orders "
              + flow.to().connection()
              + " has already; run"
              + " ./kontor match --flow "
              + flow.name());
    }
    return matched.get().isDone()
        ? Optional.empty()
        : Optional.of(
            "the last match found %d pairs of orders that were not linked; review its file and run ./kontor link"
                .formatted(matched.get().found()));
  }

  /**
   * Begins the load of a flow, or goes on with it.
   *
   * @param by name of the person
   * @param reason why orders are loaded though nothing was matched, empty if something was
   */
  public Load begin(FlowConfig flow, String by, String reason) {
    String what = reason.isEmpty() ? "" : "without match: " + reason + " ";
    Transactions.execute(
        aside.source(),
        c ->
            audit.append(
                c,
                List.of(AuditRow.of("load.begun", "flow:" + flow.name(), what + "(" + by + ")"))));
    Load load =
        new Loads(aside.source(), aside.translator(), aside.payloads(), aside.clock())
            .of(aside.line(flow));
    load.begin();
    return load;
  }

  @Override
  public void close() {
    aside.close();
  }
}
