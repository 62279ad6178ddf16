package dev.kontor.engine.reconcile;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** What the hub has been told to read and has not read yet. */
final class WaitingStore {

  private WaitingStore() {}

  /** Those of the documents that a notice waits for. Runs in the caller's transaction. */
  static Set<String> unread(Connection connection, String flow, String source, List<String> ids)
      throws SQLException {
    return Set.copyOf(
        Jdbc.query(
            connection,
            """
            select distinct source_id from message
            where flow = ? and source = ? and source_id = any(?) and kind = 'notice'
              and finished is null
            """,
            row -> row.getString(1),
            flow,
            source,
            ids.toArray(String[]::new)));
  }
}
