package dev.kontor.engine.reconcile;

import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.ledger.LedgerBench;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Nights of one flow on a database of their own. */
final class NightBench implements AutoCloseable {

  final LedgerBench ledger = new LedgerBench();
  private final NightStore store = new NightStore();

  boolean claims(String node, Instant night) {
    return Transactions.run(ledger.database.general(), c -> store.claim(c, "stock", night, node));
  }

  void soon() {
    Transactions.execute(ledger.database.general(), c -> NightStore.soon(c, "stock"));
  }

  void ended(String node, Report report) {
    Transactions.execute(ledger.database.general(), c -> store.ended(c, "stock", node, report));
  }

  void failed(String node, Duration again) {
    Transactions.execute(
        ledger.database.general(), c -> store.failed(c, "stock", node, "unreachable", again));
  }

  Night last() {
    return Transactions.run(
            ledger.database.general(), c -> NightStore.of(c, List.of("stock", "other")))
        .getFirst();
  }

  static Report found(int compared, Cause... causes) {
    Report report = new Report();
    for (int i = 0; i < compared; i++) {
      report.count();
    }
    for (Cause cause : causes) {
      report.add(new Difference(cause, "1", "1", "", true));
    }
    return report;
  }

  @Override
  public void close() {
    ledger.close();
  }
}
