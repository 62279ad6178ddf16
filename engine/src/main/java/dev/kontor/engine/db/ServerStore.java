package dev.kontor.engine.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Statements about the server itself: databases, settings, other sessions. */
final class ServerStore {
  private ServerStore() {}

  static Connection connect(Endpoint endpoint) throws SQLException {
    return DriverManager.getConnection(endpoint.url(), endpoint.user(), endpoint.password());
  }

  static void createIfAbsent(Connection connection, String database) throws SQLException {
    try (PreparedStatement exists =
        connection.prepareStatement("select 1 from pg_database where datname = ?")) {
      exists.setString(1, database);
      try (ResultSet found = exists.executeQuery()) {
        if (found.next()) {
          return;
        }
      }
    }
    execute(connection, "create database " + database);
  }

  static void createFrom(Connection connection, String database, String template)
      throws SQLException {
    execute(
        connection,
        "create database " + database + " template " + template + " strategy file_copy");
  }

  static void drop(Connection connection, String database) throws SQLException {
    execute(connection, "drop database if exists " + database + " with (force)");
  }

  /** Ends every other client session, so that a smart shutdown does not wait for it. */
  static void endOtherSessions(Connection connection) throws SQLException {
    execute(
        connection,
        "select pg_terminate_backend(pid) from pg_stat_activity"
            + " where pid <> pg_backend_pid() and backend_type = 'client backend'");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
