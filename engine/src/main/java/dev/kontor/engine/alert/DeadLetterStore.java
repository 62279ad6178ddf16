package dev.kontor.engine.alert;

import dev.kontor.engine.db.Jdbc;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Reads what is unfinished, by way of its lanes. Runs in the caller's transaction. */
final class DeadLetterStore {

  /**
   * Documents of a flow.
   *
   * @param example what stands on record about the oldest of them
   * @param payloads what was read of the orders among them that are to be created, at most 301
   */
  record Found(
      String flow,
      String fault,
      String reason,
      String example,
      long count,
      Instant oldest,
      List<String> numbers,
      List<Long> payloads) {}

  // Figures are made alike here already, so that many documents of one cause are few rows.
  private static final String DEAD =
      """
      select d.flow, d.fault, d.reason, coalesce(e.reason, '') as example, d.documents, d.oldest,
             d.numbers, d.payloads
      from (
        select m.flow, coalesce(m.fault, '') as fault,
               regexp_replace(coalesce(m.reason, ''), '[0-9]+', '0', 'g') as reason,
               min(m.id) as first, count(distinct (m.source, m.source_id)) as documents,
               min(m.created) as oldest,
               (array_agg(distinct m.number) filter (where m.number is not null))[1:5] as numbers,
               (array_agg(m.payload)
                 filter (where m.event = 'created' and m.payload is not null))[1:301] as payloads
        from lane l cross join lateral (
          select id, flow, fault, reason, created, number, source, source_id, event, payload
          from message
          where lane = l.id and finished is null and state = 'dead'
          offset 0) m
        group by 1, 2, 3) d
      join message e on e.id = d.first
      order by d.oldest
      """;

  // What rests for a reason (hold time, quiet hours, payment, what stands before it) is not late.
  private static final String AGED =
      """
      select m.flow, '' as fault, '' as reason, '' as example,
             count(distinct (m.source, m.source_id)) as documents, min(m.created) as oldest,
             (array_agg(distinct m.number) filter (where m.number is not null))[1:5] as numbers,
             null::bigint[] as payloads
      from lane l join message m on m.lane = l.id and m.finished is null and m.flow = l.flow
      where l.flow = any(?) and m.created < hub_now() - ? * interval '1 second'
        and (m.state in ('ready', 'retrying') or m.state = 'waiting' and m.fault = 'Missing')
      group by m.flow order by m.flow
      """;

  private DeadLetterStore() {}

  /** What waits for a person, by flow, fault and reason. */
  static List<Found> dead(Connection connection) throws SQLException {
    return Jdbc.query(connection, DEAD, DeadLetterStore::found);
  }

  /** What these flows have been at for longer than that. */
  static List<Found> aged(Connection connection, List<String> flows, long seconds)
      throws SQLException {
    return Jdbc.query(
        connection, AGED, DeadLetterStore::found, flows.toArray(String[]::new), seconds);
  }

  private static Found found(ResultSet row) throws SQLException {
    Array numbers = row.getArray("numbers");
    Array payloads = row.getArray("payloads");
    return new Found(
        row.getString("flow"),
        row.getString("fault"),
        row.getString("reason"),
        row.getString("example"),
        row.getLong("documents"),
        Objects.requireNonNull(Jdbc.instant(row, "oldest")),
        numbers == null ? List.of() : List.of((String[]) numbers.getArray()),
        payloads == null ? List.of() : List.of((Long[]) payloads.getArray()));
  }
}
