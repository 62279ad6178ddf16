package dev.kontor.engine.reconcile;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Which night's comparison of a flow was begun, by whom, and what the last one found. Runs in the
 * caller's transaction.
 */
public final class NightStore {

  private static final String CLAIM =
      """
      update reconciliation r set night = ?, node = ?, not_before = null
      where flow = ?
        and (r.night < ? or r.node is not null or r.not_before <= hub_now())
        and not exists (
          select from node n
          where n.id = r.node and n.id <> ? and n.lease_until > hub_now())
      """;

  private static final String ENDED =
      """
      update reconciliation set node = null, failure = null, ended = hub_now(), compared = ?,
        different = ?, waiting = ?, causes = ?
      where flow = ? and node = ?
      """;

  /**
   * Takes a night for a process: one that is due, that failed and may be tried again, or that a
   * dead process left, or this one itself without ending it. A flow seen for the first time begins
   * with the night after.
   *
   * @param night when it was due last
   * @return whether the process is to compare; no other will until it ends or its lease does
   */
  public boolean claim(Connection connection, String flow, Instant night, String node)
      throws SQLException {
    Jdbc.update(
        connection,
        "insert into reconciliation (flow, night) values (?, ?) on conflict do nothing",
        flow,
        night);
    return Jdbc.update(connection, CLAIM, night, node, flow, night, node) == 1;
  }

  /** Makes a comparison due now, unless one is going on. */
  public static void soon(Connection connection, String flow) throws SQLException {
    Jdbc.update(
        connection,
        """
        insert into reconciliation as r (flow, night, not_before)
        values (?, hub_now(), hub_now())
        on conflict (flow) do update set not_before = hub_now() where r.node is null
        """,
        flow);
  }

  /** It is done. Without effect if another process has taken it over. */
  public void ended(Connection connection, String flow, String node, Report report)
      throws SQLException {
    Jdbc.update(
        connection,
        ENDED,
        report.compared(),
        report.differences().size(),
        report.waiting(),
        report.causes(),
        flow,
        node);
  }

  /**
   * It could not be done and is tried again. Without effect if another process has taken it over.
   */
  public void failed(Connection connection, String flow, String node, String why, Duration again)
      throws SQLException {
    Jdbc.update(
        connection,
        """
        update reconciliation set node = null, failure = ?,
          not_before = hub_now() + ? * interval '1 millisecond'
        where flow = ? and node = ?
        """,
        why,
        again.toMillis(),
        flow,
        node);
  }

  /** What the last comparison of each of these flows found. */
  public static List<Night> of(Connection connection, Collection<String> flows)
      throws SQLException {
    return Jdbc.query(
        connection,
        """
        select flow, ended, extract(epoch from hub_now() - ended)::bigint as age, compared,
               different, waiting, causes, failure
        from reconciliation where flow = any(?) order by flow
        """,
        row ->
            new Night(
                row.getString("flow"),
                Jdbc.instant(row, "ended"),
                Duration.ofSeconds(row.getLong("age")),
                row.getInt("compared"),
                row.getInt("different"),
                row.getInt("waiting"),
                row.getString("causes"),
                row.getString("failure")),
        (Object) flows.toArray(String[]::new));
  }
}
