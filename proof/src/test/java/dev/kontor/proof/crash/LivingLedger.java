package dev.kontor.proof.crash;

import dev.kontor.engine.audit.EffectReport;
import dev.kontor.engine.db.Database;
import dev.kontor.engine.db.DatabaseSettings;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import java.nio.file.Path;

/** The ledger of hubs at work, readable after their kill too: their PostgreSQL lives on. */
final class LivingLedger implements AutoCloseable {

  private static final String ANSWERED =
      "select count(*) from message where flow = 'order-reply' and state = 'done'";

  // A call whose answer is unknown has an attempt that says so; one in flight has none. An intent
  // older than the hub is an earlier life's.
  private static final String IN_FLIGHT =
      """
      select count(*) from intent i
      where i.state = 'open' and i.opened >= (select max(n.started) from node n)
        and not exists (select from attempt a where a.message = i.message and a.at >= i.opened)
      """;

  private final Database database;

  /**
   * @param home of a hub that runs: without one, its PostgreSQL would become this process's
   */
  LivingLedger(Path home) {
    this(new DatabaseSettings.Embedded(home.resolve("database")));
  }

  LivingLedger(DatabaseSettings where) {
    this.database = Database.open(where);
  }

  /** Orders in the ERP whose shop knows the ERP's number. */
  long answered() {
    return count(ANSWERED);
  }

  /** Writes of this life to either system that have no outcome yet. */
  long callsInFlight() {
    return count(IN_FLIGHT);
  }

  /** What came of all source documents so far, in words. */
  String effects() {
    return EffectReport.read(database.general()).text();
  }

  private long count(String what) {
    return Transactions.run(database.general(), c -> Jdbc.query(c, what, row -> row.getLong(1)))
        .getFirst();
  }

  @Override
  public void close() {
    database.close();
  }
}
