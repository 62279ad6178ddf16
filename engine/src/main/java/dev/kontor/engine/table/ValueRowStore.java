package dev.kontor.engine.table;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows that people put over configured ones. Every method runs in the caller's transaction. */
final class ValueRowStore {

  /**
   * @param name of the table
   * @param value null if the configured row, if any, holds again
   */
  record Own(
      String name, String key, @Nullable String value, String by, String reason, Instant at) {}

  private static final String PUT =
      """
      insert into value_row (name, key, value, by, reason, revision)
      values (?, ?, ?, ?, ?, nextval('value_row_revision'))
      on conflict (name, key) do update set value = excluded.value, by = excluded.by,
        reason = excluded.reason, at = hub_now(), revision = nextval('value_row_revision')
      """;

  /** Grows with every change. */
  long revision(Connection connection) throws SQLException {
    return Jdbc.query(
            connection,
            "select coalesce(sum(revision), 0)::bigint as revision from value_row",
            row -> row.getLong("revision"))
        .getFirst();
  }

  List<Own> all(Connection connection) throws SQLException {
    return Jdbc.query(
        connection,
        "select name, key, value, by, reason, at from value_row order by name, key",
        row ->
            new Own(
                row.getString("name"),
                row.getString("key"),
                row.getString("value"),
                row.getString("by"),
                row.getString("reason"),
                Objects.requireNonNull(Jdbc.instant(row, "at"))));
  }

  void put(
      Connection connection,
      String name,
      String key,
      @Nullable String value,
      String by,
      String reason)
      throws SQLException {
    Jdbc.update(connection, PUT, name, key, value, by, reason);
  }
}
