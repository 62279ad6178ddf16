package dev.kontor.engine.audit;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The partitions of {@code audit}, one per month of UTC. */
final class AuditMonthStore {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'audit_'uuuu_MM", Locale.ROOT);

  private static final String ENSURE =
      """
      select audit_month(clock_timestamp() + ahead * interval '1 month')::text
      from generate_series(0, 2) ahead
      """;

  private static final String MONTHS =
      """
      select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
      where i.inhparent = 'audit'::regclass order by c.relname
      """;

  private static final String ROWS = "select count(*) as n from audit where at < ?";

  private AuditMonthStore() {}

  /** Makes this month's partition and the next two, where they are not there yet. */
  static void ensure(Connection connection) throws SQLException {
    Jdbc.query(connection, ENSURE, row -> row.getString(1));
  }

  static List<YearMonth> all(Connection connection) throws SQLException {
    return Jdbc.query(connection, MONTHS, row -> YearMonth.parse(row.getString("name"), NAME));
  }

  static long rowsBefore(Connection connection, Instant limit) throws SQLException {
    return Jdbc.query(connection, ROWS, row -> row.getLong("n"), limit).getFirst();
  }

  /** Drops the month with all its rows; gives up soon, as appends wait behind it. */
  static void drop(Connection connection, YearMonth month) throws SQLException {
    Jdbc.update(connection, "set local lock_timeout = '2s'");
    Jdbc.update(connection, "drop table " + month.format(NAME));
  }
}
