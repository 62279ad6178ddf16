package dev.kontor.engine.problem;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** Reads what waits for a person. Every method runs in the caller's transaction. */
final class DeadLetterStore {

  // By way of the lanes, of which only those with unfinished messages have a row: however long the
  // ledger is, nothing finished is read but in these lanes.
  private static final String DEAD =
      """
      select m.id, m.flow, m.event, m.number, coalesce(m.fault, '') as fault,
             coalesce(m.reason, '') as reason, m.created
      from lane l cross join lateral (
        select id, flow, event, number, fault, reason, created from message
        where lane = l.id and finished is null and state = 'dead'
        offset 0) m
      order by m.id
      """;

  private static final String LISTED =
      """
      select m.id, m.flow, m.kind, m.event, m.source, m.source_id, m.number, m.state, m.reason,
             m.fault, m.attempts, m.created, m.finished, m.next_at
      from message m where m.id = any(?) order by m.id
      """;

  List<DeadLetter> all(Connection connection) throws SQLException {
    return Jdbc.query(
        connection,
        DEAD,
        row ->
            new DeadLetter(
                row.getLong("id"),
                row.getString("flow"),
                row.getString("event"),
                row.getString("number"),
                row.getString("fault"),
                row.getString("reason"),
                Objects.requireNonNull(Jdbc.instant(row, "created"))));
  }

  /** Those of the messages that exist, oldest first. */
  List<Listed> listed(Connection connection, List<Long> ids) throws SQLException {
    return Jdbc.query(
        connection, LISTED, DeadLetterStore::listed, (Object) ids.toArray(Long[]::new));
  }

  private static Listed listed(ResultSet row) throws SQLException {
    return new Listed(
        row.getLong("id"),
        row.getString("flow"),
        row.getString("kind"),
        row.getString("event"),
        row.getString("source"),
        row.getString("source_id"),
        row.getString("number"),
        null,
        row.getString("state"),
        row.getString("reason"),
        row.getString("fault"),
        row.getInt("attempts"),
        Objects.requireNonNull(Jdbc.instant(row, "created")),
        Jdbc.instant(row, "finished"),
        Jdbc.instant(row, "next_at"));
  }
}
