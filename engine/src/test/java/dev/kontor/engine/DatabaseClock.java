package dev.kontor.engine;

import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import java.time.Duration;
import javax.sql.DataSource;

/** Drives the database's clock, the one that leases, retries and settle times go by. */
public final class DatabaseClock {

  private static final String TABLE = "create table test_clock as select interval '0' as ahead";

  private static final String FUNCTION =
      """
      create or replace function hub_now() returns timestamptz language sql stable as
        'select statement_timestamp() + (select ahead from test_clock)'
      """;

  private static final String STANDING =
      """
      alter table test_clock add began timestamptz not null default statement_timestamp();
      create or replace function hub_now() returns timestamptz language sql stable as
        'select began + ahead from test_clock'
      """;

  private final DataSource database;

  public DatabaseClock(DataSource database) {
    this.database = database;
    Transactions.execute(
        database,
        c -> {
          Jdbc.update(c, TABLE);
          Jdbc.update(c, FUNCTION);
        });
  }

  /** From now on it goes on only when it is advanced. */
  public void stand() {
    Transactions.execute(database, c -> Jdbc.update(c, STANDING));
  }

  public void advance(Duration by) {
    Transactions.run(
        database,
        c ->
            Jdbc.update(
                c,
                "update test_clock set ahead = ahead + ? * interval '1 millisecond'",
                by.toMillis()));
  }
}
