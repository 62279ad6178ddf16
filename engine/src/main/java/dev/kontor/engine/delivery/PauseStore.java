package dev.kontor.engine.delivery;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;

/** The pause table. Runs in the caller's transaction. */
public final class PauseStore {

  public void put(Connection connection, String subject, String reason, String by)
      throws SQLException {
    Jdbc.update(
        connection,
        "insert into pause (subject, reason, by) values (?, ?, ?)"
            + " on conflict (subject) do update set reason = excluded.reason, by = excluded.by",
        subject,
        reason,
        by);
  }

  public void remove(Connection connection, String subject) throws SQLException {
    Jdbc.update(connection, "delete from pause where subject = ?", subject);
  }

  /** Reasons by subject. */
  public Map<String, String> all(Connection connection) throws SQLException {
    return Jdbc.query(
            connection,
            "select subject, reason from pause",
            row -> Map.entry(row.getString(1), row.getString(2)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
