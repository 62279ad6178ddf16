package dev.kontor.proof.simulation;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;

/** What the ledger says of attributes that people changed in both systems. */
final class SharedStore {

  private static final String IN_AUDIT =
      """
      select coalesce(sum(regexp_count(details, '[(](changed later|the owner)[)]')), 0)
      from audit where kind = 'customer.conflict'
      """;

  private SharedStore() {}

  static long conflicts(Connection connection) throws SQLException {
    return number(connection, "select coalesce(sum(conflicts), 0) from customer_link");
  }

  static long conflictsInAudit(Connection connection) throws SQLException {
    return number(connection, IN_AUDIT);
  }

  private static long number(Connection connection, String query) throws SQLException {
    return Jdbc.query(connection, query, row -> row.getLong(1)).getFirst();
  }
}
