package dev.kontor.engine.ledger;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Carries out what people decide about messages. Runs in the caller's transaction. */
public final class DecisionStore {

  /** A message that a decision has changed, and where it stands. */
  public record Decided(
      long id,
      String laneKey,
      int priority,
      String flow,
      MessageKind kind,
      String event,
      String source,
      String sourceId) {

    /** "Read the aggregate again", in the same lane. */
    public Append readAgain(String why) {
      return Append.notice(laneKey, flow, priority, why, source, sourceId, null, null);
    }
  }

  /** Which of the messages a decision is meant for; the others are left as they are. */
  public enum Scope {
    /** All that are not finished. */
    OPEN,
    /** What still waits for a person, whatever others decided meanwhile. */
    DEAD,
    /** What goes on by itself. */
    ALIVE;

    private String[] states() {
      return switch (this) {
        case OPEN -> new String[] {"ready", "waiting", "retrying", "dead"};
        case DEAD -> new String[] {"dead"};
        case ALIVE -> new String[] {"ready", "waiting", "retrying"};
      };
    }
  }

  /** A message as it is, for saying why a decision did not touch it. */
  public record Untouched(long id, String state, boolean inWork) {}

  // The lanes' row locks keep a worker from claiming them between the check and the change.
  private static final String FREE =
      """
      with free as (
        select id, key, priority from lane
        where id in (select lane from message where id = any(?)) and owner is null
        order by key for update),
      """;

  private static final String DECIDED =
      """
      select d.id, f.key, f.priority, d.flow, d.kind, d.event, d.source, d.source_id
      from decided d join free f on f.id = d.lane order by d.id
      """;

  // The lane of the oldest is due first, so that a whole group goes on in order.
  private static final String RESUBMIT =
      FREE
          + """
          decided as (
            update message set state = 'ready', reason = null, fault = null, attempts = 0,
              next_at = null, waiting_since = null
            where id = any(?) and state = any(?) and finished is null
              and lane in (select id from free)
            returning id, lane, flow, kind, event, source, source_id),
          due as (
            update lane set due = hub_now() - ranked.ahead * interval '1 microsecond',
              wait_key = null
            from (select lane, row_number() over (order by min(id) desc) as ahead
                  from decided group by lane) as ranked
            where lane.id = ranked.lane)
          """
          + DECIDED;

  private static final String TAKE_OUT =
      FREE
          + """
          decided as (
            update message set state = ?, reason = ?, by = ?, finished = hub_now()
            where id = any(?) and state = any(?) and finished is null
              and lane in (select id from free)
            returning id, lane, flow, kind, event, source, source_id),
          due as (
            update lane set finished = lane.finished + counted.n, due = hub_now(), wait_key = null
            from (select lane, count(*) as n from decided group by lane) as counted
            where lane.id = counted.lane)
          """
          + DECIDED;

  private static final String UNTOUCHED =
      """
      select m.id, m.state, l.owner is not null as in_work
      from message m left join lane l on l.id = m.lane and m.finished is null
      where m.id = any(?) order by m.id
      """;

  /** Messages being worked on right now are left alone. */
  public List<Decided> resubmit(Connection connection, Scope scope, List<Long> messages)
      throws SQLException {
    Long[] ids = messages.toArray(Long[]::new);
    return Jdbc.query(connection, RESUBMIT, DecisionStore::decided, ids, ids, scope.states());
  }

  /**
   * Messages being worked on right now are left alone.
   *
   * @param end that a person decided on: discarded or skipped
   */
  public List<Decided> takeOut(
      Connection connection, Scope scope, List<Long> messages, String by, MessageState end)
      throws SQLException {
    Long[] ids = messages.toArray(Long[]::new);
    return Jdbc.query(
        connection,
        TAKE_OUT,
        DecisionStore::decided,
        ids,
        end.key(),
        end.reasonText(),
        by,
        ids,
        scope.states());
  }

  /** Those of the messages that exist, as they are now. */
  public List<Untouched> untouched(Connection connection, List<Long> messages) throws SQLException {
    return Jdbc.query(
        connection,
        UNTOUCHED,
        row -> new Untouched(row.getLong("id"), row.getString("state"), row.getBoolean("in_work")),
        (Object) messages.toArray(Long[]::new));
  }

  private static Decided decided(ResultSet row) throws SQLException {
    return new Decided(
        row.getLong("id"),
        row.getString("key"),
        row.getInt("priority"),
        row.getString("flow"),
        MessageKind.of(row.getString("kind")),
        row.getString("event"),
        row.getString("source"),
        row.getString("source_id"));
  }
}
