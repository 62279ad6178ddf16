package dev.kontor.engine;

import dev.kontor.engine.audit.AuditRow;
import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.budget.Budgets;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.config.HubConfig;
import dev.kontor.engine.db.Database;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.LaneKey;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.ledger.Append;
import dev.kontor.engine.ledger.LedgerStore;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.engine.mapping.MappingLibrary;
import dev.kontor.engine.observe.Watch;
import dev.kontor.engine.reconcile.Difference;
import dev.kontor.engine.reconcile.OrderCensus;
import dev.kontor.engine.reconcile.OrderFlows;
import dev.kontor.engine.reconcile.OrderReport;
import dev.kontor.engine.vault.Vault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Compares what the systems of an installation have, beside a running hub or without one. */
public final class Reconciliation implements AutoCloseable {

  private static final String REPAIR = "reconciled";

  private final HubConfig config;
  private final Database database;
  private final AuditStore audit;
  private final Budgets budgets = Budgets.alone();
  private final Links links;
  private final MappingLibrary mappings;
  private final OrderCensus census;

  /**
   * @throws dev.kontor.engine.config.ConfigException if a mapping does not compile
   */
  public Reconciliation(HubConfig config, Connectors connectors, Database database, Vault vault) {
    this.config = config;
    this.database = database;
    this.audit = new AuditStore(vault);
    Machinery machinery = Machinery.system();
    this.mappings = MappingLibrary.load(config, connectors.schemas(), connectors.providers());
    this.links = new Links(config, connectors, machinery, budgets, Watch.NONE);
    this.census =
        new OrderCensus(
            database.general(),
            new Translator(config.tables()),
            new Payloads(vault, config.retention()),
            machinery.clock());
  }

  /** The enabled flows of orders. */
  public List<FlowConfig> orders() {
    return config.flows().stream()
        .filter(flow -> flow.enabled() && flow.kind() == FlowKind.ORDERS)
        .toList();
  }

  /**
   * @param progress is told how many orders have been compared so far
   * @return empty if no flow of progress, switched on or not, says how the target's orders are read
   */
  public Optional<OrderReport> compare(FlowConfig orders, IntConsumer progress) {
    return config.flows().stream()
        .filter(flow -> flow.kind() == FlowKind.PROGRESS)
        .filter(flow -> flow.from().connection().equals(orders.to().connection()))
        .filter(flow -> flow.to().connection().equals(orders.from().connection()))
        .findFirst()
        .map(flow -> census.take(new OrderFlows(line(orders), line(flow)), progress));
  }

  private FlowLine line(FlowConfig flow) {
    return FlowLines.line(flow, links, mappings, Map.of());
  }

  /**
   * Has a hub read anew what it was never told, with an audit row for each in the same transaction.
   *
   * @param by name of the person
   * @return how many
   */
  public int repair(FlowConfig orders, List<Difference> differences, String by) {
    List<Difference> repairable = differences.stream().filter(Difference::isRepairable).toList();
    String source = orders.from().connection();
    if (!repairable.isEmpty()) {
      Transactions.retrying(
          database.general(),
          c -> {
            new LedgerStore()
                .append(c, repairable.stream().map(d -> notice(orders, source, d)).toList());
            audit.append(c, repairable.stream().map(d -> row(source, d, by)).toList());
            return repairable;
          });
    }
    return repairable.size();
  }

  private static Append notice(FlowConfig orders, String source, Difference difference) {
    return Append.notice(
        LaneKey.of(orders, source, difference.sourceId()),
        orders.name(),
        LaneKey.priority(orders),
        REPAIR,
        source,
        difference.sourceId(),
        null,
        null);
  }

  private static AuditRow row(String source, Difference difference, String by) {
    return AuditRow.of(
        "reconcile.repair",
        source + ":" + difference.sourceId(),
        difference.cause().words() + " (" + by + ")");
  }

  @Override
  public void close() {
    links.close();
    budgets.close();
  }
}
