package dev.kontor.proof.story;

import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Every row of every table as who dumps the database has it: texts in UTF-8, bytes as they are, no
 * table left out.
 */
final class DatabaseDump {

  private static final String TABLES =
      """
      select c.oid::regclass::text
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
      """;

  private DatabaseDump() {}

  /** By table. */
  static Map<String, byte[]> of(DataSource database) {
    return Transactions.run(database, DatabaseDump::of);
  }

  /** Rows by table. */
  static Map<String, Long> rows(DataSource database) {
    return Transactions.run(
        database,
        connection -> {
          Map<String, Long> rows = new TreeMap<>();
          for (String table : Jdbc.query(connection, TABLES, row -> row.getString(1))) {
            String count = "select count(*) from " + table;
            rows.put(table, Jdbc.query(connection, count, row -> row.getLong(1)).getFirst());
          }
          return rows;
        });
  }

  private static Map<String, byte[]> of(Connection connection) throws SQLException {
    Map<String, byte[]> dump = new TreeMap<>();
    for (String table : Jdbc.query(connection, TABLES, row -> row.getString(1))) {
      ByteArrayOutputStream rows = new ByteArrayOutputStream();
      try {
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("copy " + table + " to stdout (format binary)", rows);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      dump.put(table, rows.toByteArray());
    }
    return dump;
  }
}
