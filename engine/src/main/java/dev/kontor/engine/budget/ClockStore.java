package dev.kontor.engine.budget;

import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import javax.sql.DataSource;

/** The database's clock, which all processes go by. */
final class ClockStore {

  private static final String NANOS =
      "select (extract(epoch from hub_now()) * 1000000)::bigint * 1000";

  private ClockStore() {}

  /** Nanoseconds since 1970, to the microsecond. */
  static long nanos(DataSource database) {
    return Transactions.run(database, c -> Jdbc.query(c, NANOS, row -> row.getLong(1)).getFirst());
  }
}
