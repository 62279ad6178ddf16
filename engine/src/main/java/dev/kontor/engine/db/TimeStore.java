package dev.kontor.engine.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;

/** The database's time, by which everything is judged that several processes must see alike. */
public final class TimeStore {
  private TimeStore() {}

  /** The time of the transaction's statement. */
  public static Instant now(Connection connection) throws SQLException {
    return Jdbc.query(
            connection,
            "select hub_now() as now",
            row -> Objects.requireNonNull(Jdbc.instant(row, "now")))
        .getFirst();
  }
}
