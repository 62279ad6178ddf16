package dev.kontor.engine.problem;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** Reads what waits for a person. Every method runs in the caller's transaction. */
final class DeadLetterStore {

  // By way of the lanes, of which only those with unfinished messages have a row: however long the
  // ledger is, nothing finished is read but in these lanes.
  private static final String DEAD =
      """
      select m.id, m.flow, coalesce(m.fault, '') as fault,
             coalesce(m.reason, '') as reason, m.created, m.source || ' ' || m.source_id as document,
             m.number, case when m.event = 'created' then m.payload end as payload
      from lane l cross join lateral (
        select id, flow, fault, reason, created, source, source_id, number, event, payload
        from message
        where lane = l.id and finished is null and state = 'dead'
        offset 0) m
      order by m.id
      """;

  List<DeadLetter> all(Connection connection) throws SQLException {
    return Jdbc.query(
        connection,
        DEAD,
        row ->
            new DeadLetter(
                row.getLong("id"),
                new Failure(row.getString("flow"), row.getString("fault"), row.getString("reason")),
                Objects.requireNonNull(Jdbc.instant(row, "created")),
                row.getString("document"),
                row.getString("number"),
                Jdbc.number(row, "payload")));
  }

  /** In which flows the messages stand. */
  List<String> flows(Connection connection, List<Long> messages) throws SQLException {
    return Jdbc.query(
        connection,
        "select distinct flow from message where id = any(?)",
        row -> row.getString("flow"),
        (Object) messages.toArray(Long[]::new));
  }
}
