package dev.kontor.engine.alert;

import dev.kontor.engine.db.Jdbc;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Reads what flows have been at for long, by way of its lanes. Runs in the caller's transaction.
 */
final class AgedStore {

  /**
   * Documents of a flow.
   *
   * @param numbers by which people know some of them
   */
  record Found(String flow, long count, Instant oldest, List<String> numbers) {}

  // What rests for a reason (hold time, quiet hours, payment, what stands before it) is not late.
  private static final String AGED =
      """
      select m.flow, count(distinct (m.source, m.source_id)) as documents,
             min(m.created) as oldest,
             (array_agg(distinct m.number) filter (where m.number is not null))[1:5] as numbers
      from lane l join message m on m.lane = l.id and m.finished is null and m.flow = l.flow
      where l.flow = any(?) and m.created < hub_now() - ? * interval '1 second'
        and (m.state in ('ready', 'retrying') or m.state = 'waiting' and m.fault = 'Missing')
      group by m.flow order by m.flow
      """;

  private AgedStore() {}

  /** What these flows have been at for longer than that. */
  static List<Found> aged(Connection connection, List<String> flows, long seconds)
      throws SQLException {
    return Jdbc.query(connection, AGED, AgedStore::found, flows.toArray(String[]::new), seconds);
  }

  private static Found found(ResultSet row) throws SQLException {
    Array numbers = row.getArray("numbers");
    return new Found(
        row.getString("flow"),
        row.getLong("documents"),
        Objects.requireNonNull(Jdbc.instant(row, "oldest")),
        numbers == null ? List.of() : List.of((String[]) numbers.getArray()));
  }
}
