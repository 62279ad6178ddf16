package dev.kontor.proof.merchant;

import dev.kontor.engine.db.Database;
import dev.kontor.engine.db.DatabaseSettings;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import java.time.Duration;

/**
 * The clock of a hub's database, driven ahead: the one that leases, retries and settle times go by.
 * A lease that is to last through it must be longer than the way.
 */
public final class DrivenClock implements AutoCloseable {

  private static final String TABLE =
      "create table if not exists driven_clock as select interval '0' as ahead";

  private static final String FUNCTION =
      """
      create or replace function hub_now() returns timestamptz language sql stable as
        'select statement_timestamp() + (select ahead from driven_clock)'
      """;

  private static final String ADVANCE =
      "update driven_clock set ahead = ahead + ? * interval '1 millisecond'";

  private final Database database;

  /**
   * @param where the database of a hub that runs is: without one, an embedded server would become
   *     this process's
   */
  public DrivenClock(DatabaseSettings where) {
    this(Database.open(where));
  }

  DrivenClock(Database database) {
    this.database = database;
    Transactions.execute(
        database.general(),
        c -> {
          Jdbc.update(c, TABLE);
          Jdbc.update(c, FUNCTION);
        });
  }

  public void advance(Duration by) {
    Transactions.run(database.general(), c -> Jdbc.update(c, ADVANCE, by.toMillis()));
  }

  /** Attempts that were used up, of all messages together. */
  public long attemptsUsed() {
    return Transactions.run(
            database.general(),
            c -> Jdbc.query(c, "select sum(attempts) from message", row -> row.getLong(1)))
        .getFirst();
  }

  @Override
  public void close() {
    database.close();
  }
}
