package dev.kontor.engine.desk;

import static dev.kontor.engine.db.Columns.longs;
import static dev.kontor.engine.db.Columns.texts;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is open, and what was tallied. Reads what is unfinished and the tally, never the ledger.
 * Runs in the caller's transaction.
 */
final class OverviewStore {

  /** Unfinished messages of a flow. */
  record Open(long waiting, long oldestSeconds, long dead) {
    static final Open NOTHING = new Open(0, 0, 0);
  }

  /** What a flow did of late. */
  record Done(long lately, @Nullable Instant last) {
    static final Done NOTHING = new Done(0, null);
  }

  /**
   * One flow's share of a stretch of time.
   *
   * @param place of the stretch, 0 for the first
   */
  record Step(String flow, int place, long written, long dead) {}

  private static final String OPEN =
      """
      select m.flow, count(*) filter (where m.state <> 'dead') as waiting,
             count(*) filter (where m.state = 'dead') as dead,
             coalesce(extract(epoch from hub_now()
               - min(m.created) filter (where m.state <> 'dead')), 0)::bigint as oldest
      from lane l join message m on m.lane = l.id and m.finished is null
      group by m.flow
      """;

  // An order that was read and is not there; of one that was not, when it was heard of. A notice
  // that waits rests for a reason: a hold time, quiet hours, a payment.
  private static final String OVERDUE =
      """
      select m.flow, count(distinct (m.source, m.source_id)) as documents
      from unnest(?::text[], ?::bigint[]) as f(flow, seconds)
      join lane l on l.flow = f.flow
      join message m on m.lane = l.id and m.finished is null and m.flow = f.flow
        and (m.event = 'created' or m.kind = 'notice' and m.state <> 'waiting')
      left join lateral (
        select d.placed_at from open_demand d
        where d.source = m.source and d.order_id = m.source_id limit 1) as sold on true
      where coalesce(sold.placed_at, m.created) < hub_now() - f.seconds * interval '1 second'
      group by m.flow
      """;

  private static final String DONE =
      """
      select flow, max(last_written) as last,
             coalesce(sum(written) filter (where minute > hub_now() - interval '6 minutes'
               and minute <= hub_now() - interval '1 minute'), 0)::bigint as lately
      from tally group by flow
      """;

  private static final String STEPS =
      """
      select flow, floor(extract(epoch from minute - ?) / ?)::int as place,
             sum(written)::bigint as written, sum(dead)::bigint as dead
      from tally where minute >= ? group by 1, 2
      """;

  private static final String PAUSED =
      "select subject, reason, by, since from pause order by since, subject";

  private OverviewStore() {}

  static Map<String, Open> open(Connection connection) throws SQLException {
    Map<String, Open> open = new HashMap<>();
    Jdbc.query(
        connection,
        OPEN,
        row ->
            open.put(
                row.getString("flow"),
                new Open(row.getLong("waiting"), row.getLong("oldest"), row.getLong("dead"))));
    return open;
  }

  /**
   * Documents that should have arrived by now.
   *
   * @param within what time they are to arrive, by flow
   */
  static Map<String, Long> overdue(Connection connection, Map<String, Duration> within)
      throws SQLException {
    List<Map.Entry<String, Duration>> flows = List.copyOf(within.entrySet());
    Map<String, Long> overdue = new HashMap<>();
    Jdbc.query(
        connection,
        OVERDUE,
        row -> overdue.put(row.getString("flow"), row.getLong("documents")),
        texts(flows, Map.Entry::getKey),
        longs(flows, flow -> flow.getValue().toSeconds()));
    return overdue;
  }

  /** Of the five whole minutes before this one, and when something was last confirmed. */
  static Map<String, Done> done(Connection connection) throws SQLException {
    Map<String, Done> done = new HashMap<>();
    Jdbc.query(
        connection,
        DONE,
        row ->
            done.put(
                row.getString("flow"), new Done(row.getLong("lately"), Jdbc.instant(row, "last"))));
    return done;
  }

  static List<Step> steps(Connection connection, Instant from, Duration step) throws SQLException {
    return Jdbc.query(
        connection,
        STEPS,
        row ->
            new Step(
                row.getString("flow"),
                row.getInt("place"),
                row.getLong("written"),
                row.getLong("dead")),
        from,
        step.toSeconds(),
        from);
  }

  static List<Overview.Paused> paused(Connection connection) throws SQLException {
    return Jdbc.query(
        connection,
        PAUSED,
        row ->
            new Overview.Paused(
                row.getString("subject"),
                row.getString("reason"),
                row.getString("by"),
                Objects.requireNonNull(Jdbc.instant(row, "since"))));
  }
}
