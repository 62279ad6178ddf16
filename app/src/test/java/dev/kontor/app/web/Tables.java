package dev.kontor.app.web;

import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** All that a database holds, as the catalogue names it. */
record Tables(DataSource database) {

  private static final String NAMES =
      """
      select c.oid::regclass::text as name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      where n.nspname not in ('pg_catalog', 'information_schema') and c.relkind = 'r'
        and n.nspname not like 'pg_toast%' order by 1
      """;

  /** Rows by table. */
  Map<String, Integer> counts() {
    Map<String, Integer> counts = new TreeMap<>();
    contents().forEach((table, rows) -> counts.put(table, rows.size()));
    return counts;
  }

  /** Rows as text by table; bytes in hexadecimal. */
  Map<String, List<String>> contents() {
    return Transactions.run(
        database,
        c -> {
          Map<String, List<String>> all = new TreeMap<>();
          for (String table : Jdbc.query(c, NAMES, row -> row.getString("name"))) {
            all.put(table, rows(c, table));
          }
          return all;
        });
  }

  private static List<String> rows(Connection connection, String table) throws SQLException {
    return Jdbc.query(
        connection, "select t::text as row from " + table + " t", row -> row.getString("row"));
  }
}
