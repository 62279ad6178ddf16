package dev.kontor.engine;

import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.config.ConnectorSchemas;
import dev.kontor.engine.config.ExportConditions;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.config.StockRule;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.delivery.PauseStore;
import dev.kontor.engine.delivery.Pauses;
import dev.kontor.engine.ledger.LedgerBench;
import dev.kontor.engine.problem.Catalogue;
import dev.kontor.engine.problem.DeadLetters;
import dev.kontor.engine.problem.Problems;
import dev.kontor.engine.vault.MasterKeys;
import dev.kontor.engine.vault.Vault;
import dev.kontor.model.EntityType;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A ledger and those who decide about it, without a hub. */
final class DecidingBench implements AutoCloseable {

  private static final FlowConfig ORDERS =
      new FlowConfig(
          "flow",
          FlowKind.ORDERS,
          true,
          new FlowConfig.Source("shop", EntityType.ORDER, null),
          new FlowConfig.Target("erp", EntityType.ORDER, "erp/order.out"),
          ExportConditions.ALWAYS,
          StockRule.PLAIN,
          null,
          null,
          Duration.ofMinutes(1),
          Duration.ofDays(1));

  /** What happens between two transactions of somebody else. */
  @FunctionalInterface
  interface Meanwhile {
    void run() throws SQLException;
  }

  final LedgerBench ledger = new LedgerBench();
  final Problems problems =
      new Problems(
          ledger.database.hot(),
          new DeadLetters(Catalogue.of(new ConnectorSchemas(List.of()))),
          List.of(ORDERS));
  private final AuditStore audit;

  DecidingBench(Path home) {
    audit =
        new AuditStore(
            Vault.open(
                ledger.database.general(),
                MasterKeys.load(Map.of(), home.resolve("key")),
                InstantSource.system()));
  }

  /** So many orders that are dead for one cause. */
  void plantDead(int orders) {
    for (int i = 0; i < orders; i++) {
      ledger.append(LedgerBench.event("order " + i, "created", "key " + i));
    }
    Transactions.execute(
        ledger.database.general(),
        c -> {
          Jdbc.update(
              c, "update message set state = 'dead', fault = 'Invalid', reason = 'sku: no ' || id");
          Jdbc.update(c, "update lane set due = null");
        });
  }

  Deciding deciding(boolean fourEyes) {
    return deciding(ledger.database.hot(), fourEyes);
  }

  private Deciding deciding(DataSource database, boolean fourEyes) {
    return new Deciding(
        database,
        audit,
        problems,
        Map.of(),
        new Pauses(ledger.database.hot(), new PauseStore(), ledger.lanes),
        InstantSource.system(),
        fourEyes,
        () -> {});
  }

  /** Somebody who decides while that happens, just before the transaction after so many. */
  Deciding deciding(boolean fourEyes, int transactions, Meanwhile meanwhile) {
    AtomicInteger left = new AtomicInteger(transactions);
    Class<?>[] type = {DataSource.class};
    DataSource hot = ledger.database.hot();
    return deciding(
        (DataSource)
            Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                type,
                (proxy, method, arguments) -> {
                  if (left.getAndDecrement() == 0) {
                    meanwhile.run();
                  }
                  return hot.getConnection();
                }),
        fourEyes);
  }

  List<String> audited() {
    return ledger.column("select kind || ' ' || details from audit order by id");
  }

  @Override
  public void close() {
    ledger.close();
  }
}
