package dev.kontor.engine;

import dev.kontor.engine.audit.AuditRow;
import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.HubConfig;
import dev.kontor.engine.db.Database;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.LaneKey;
import dev.kontor.engine.ledger.Append;
import dev.kontor.engine.ledger.LedgerStore;
import dev.kontor.engine.observe.Watch;
import dev.kontor.engine.reconcile.Difference;
import dev.kontor.engine.reconcile.Report;
import dev.kontor.engine.reconcile.StockExplanation;
import dev.kontor.engine.state.StateLook;
import dev.kontor.engine.stock.StockLook;
import dev.kontor.engine.vault.Vault;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Compares what the systems of an installation have, beside a running hub or without one. */
public final class Reconciliation implements AutoCloseable {

  private static final String REPAIR = "reconciled";

  private final AuditStore audit;
  private final Aside aside;
  private final Comparisons comparisons;

  /**
   * @throws dev.kontor.engine.config.ConfigException if a mapping does not compile
   */
  public Reconciliation(HubConfig config, Connectors connectors, Database database, Vault vault) {
    this.audit = new AuditStore(vault);
    this.aside = new Aside(config, connectors, database, vault, Watch.NONE);
    this.comparisons =
        new Comparisons(
            config,
            aside::line,
            aside.source(),
            aside.translator(),
            aside.payloads(),
            aside.clock());
  }

  /** The enabled flows whose ends can be asked whether they agree. */
  public List<FlowConfig> flows() {
    return comparisons.flows();
  }

  /** Why the ends of a flow cannot be compared; empty if they can. */
  public Optional<String> obstacle(FlowConfig flow) {
    return comparisons.obstacle(flow);
  }

  /**
   * @param flow without {@link #obstacle}
   * @param progress is told how many documents have been compared so far
   * @throws dev.kontor.spi.FaultException if one of the systems cannot be read
   */
  public Report compare(FlowConfig flow, IntConsumer progress) {
    return comparisons.compare(flow, () -> {}, progress);
  }

  /**
   * Why a shop shows that stock; empty if the ERP does not know the SKU.
   *
   * @param flow of stock, without {@link #obstacle}
   * @throws dev.kontor.spi.FaultException if one of the systems cannot be read
   */
  public Optional<StockExplanation> explain(FlowConfig flow, String sku) {
    return comparisons.explain(flow, sku);
  }

  /**
   * Has a hub read anew what it can mend, and write it whatever it believes the target to have,
   * with an audit row for each in the same transaction.
   *
   * @param by name of the person
   * @return how many
   */
  public int repair(FlowConfig flow, List<Difference> differences, String by) {
    List<Difference> repairable = differences.stream().filter(Difference::isRepairable).toList();
    FlowConfig read = comparisons.source(flow);
    String source = flow.from().connection();
    if (!repairable.isEmpty()) {
      Transactions.retrying(
          aside.source(),
          c -> {
            distrust(c, flow, repairable);
            new LedgerStore()
                .append(c, repairable.stream().map(d -> notice(read, source, d)).toList());
            audit.append(c, repairable.stream().map(d -> row(source, d, by)).toList());
            return repairable;
          });
    }
    return repairable.size();
  }

  /** What the target was told counts for nothing: it is written again though it is the same. */
  private static void distrust(Connection connection, FlowConfig flow, List<Difference> differences)
      throws SQLException {
    List<String> ids = differences.stream().map(Difference::sourceId).toList();
    String target = flow.to().connection();
    switch (flow.kind()) {
      case STOCK -> StockLook.distrust(connection, target, ids);
      case STATE ->
          StateLook.distrust(connection, flow.from().connection(), flow.to().entity(), ids, target);
      case ORDERS, CUSTOMERS, SHARED, REPLY, REFUNDS, PAYMENTS, SHIPMENTS, INVOICES, PROGRESS -> {
        // An event is brought about once: what is read anew tells whether there is one.
      }
    }
  }

  private static Append notice(FlowConfig flow, String source, Difference difference) {
    return Append.notice(
        LaneKey.of(flow, source, difference.sourceId()),
        flow.name(),
        LaneKey.priority(flow),
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
    aside.close();
  }
}
