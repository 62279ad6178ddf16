package dev.kontor.engine.desk;

import static dev.kontor.engine.db.Columns.longs;
import static dev.kontor.engine.db.Columns.texts;

import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.problem.Failure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

  /**
   * Unfinished messages of a flow.
   *
   * @param overdue documents that should have arrived by now
   */
  record Open(long waiting, long oldestSeconds, long dead, long overdue) {
    static final Open NOTHING = new Open(0, 0, 0, 0);
  }

  /**
   * Everything unfinished.
   *
   * @param flows by name
   * @param failures what dead letters say, each once
   */
  record Unfinished(Map<String, Open> flows, List<Failure> failures) {}

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

  // Unfinished messages lie scattered over the ledger: each is fetched once, for all that is asked.
  // Overdue is an order that was read and is not there; of one that was not, when it was heard of.
  // A
  // notice that waits rests for a reason: a hold time, quiet hours, a payment.
  private static final String OPEN =
      """
      with open as materialized (
        select m.*, l.flow as lane_flow
        from lane l cross join lateral (
          select flow, kind, event, source, source_id, state, fault, reason, created
          from message where lane = l.id and finished is null
          offset 0) m)
      select o.flow, null as fault, null as reason,
             count(*) filter (where o.state <> 'dead') as waiting,
             count(*) filter (where o.state = 'dead') as dead,
             coalesce(extract(epoch from hub_now()
               - min(o.created) filter (where o.state <> 'dead')), 0)::bigint as oldest,
             count(distinct (o.source, o.source_id)) filter (
               where o.lane_flow = o.flow
                 and (o.event = 'created' or o.kind = 'notice' and o.state <> 'waiting')
                 and (o.created < late.since or exists (
                   select from open_demand d
                   where d.source = o.source and d.order_id = o.source_id
                     and d.placed_at < late.since))) as overdue
      from open o
      left join (
        select flow, hub_now() - seconds * interval '1 second' as since
        from unnest(?::text[], ?::bigint[]) as f(flow, seconds)) late on late.flow = o.flow
      group by o.flow
      union all
      select flow, coalesce(fault, ''), coalesce(reason, ''), 0, 0, 0, 0
      from open where state = 'dead' group by flow, fault, reason
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

  /**
   * @param within what time documents are to arrive, by flow
   */
  static Unfinished open(Connection connection, Map<String, Duration> within) throws SQLException {
    List<Map.Entry<String, Duration>> late = List.copyOf(within.entrySet());
    Map<String, Open> flows = new HashMap<>();
    List<Failure> failures = new ArrayList<>();
    Jdbc.query(
        connection,
        OPEN,
        row -> {
          String flow = row.getString("flow");
          String fault = row.getString("fault");
          return fault == null
              ? flows.put(flow, open(row))
              : failures.add(new Failure(flow, fault, row.getString("reason")));
        },
        texts(late, Map.Entry::getKey),
        longs(late, flow -> flow.getValue().toSeconds()));
    return new Unfinished(flows, failures);
  }

  private static Open open(ResultSet row) throws SQLException {
    return new Open(
        row.getLong("waiting"), row.getLong("oldest"), row.getLong("dead"), row.getLong("overdue"));
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
