package dev.kontor.engine.ledger;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the ledger for people. Runs in the caller's transaction. */
public final class DeskStore {

  /** How many messages of a flow are in a state. */
  public record Count(String flow, String state, long count) {}

  /**
   * One message as people see it.
   *
   * @param targetNumber by which the target knows what became of it
   * @param reason why it is in that state; an event behind another that is stuck names that one
   * @param nextAt when it is looked at again at the latest
   */
  public record Entry(
      long id,
      String flow,
      String kind,
      String event,
      String source,
      String sourceId,
      @Nullable String number,
      @Nullable String targetNumber,
      String state,
      @Nullable String reason,
      @Nullable String fault,
      int attempts,
      Instant created,
      @Nullable Instant finished,
      @Nullable Instant nextAt) {

    /** The same under this number. */
    public Entry named(@Nullable String by) {
      return new Entry(
          id,
          flow,
          kind,
          event,
          source,
          sourceId,
          by,
          targetNumber,
          state,
          reason,
          fault,
          attempts,
          created,
          finished,
          nextAt);
    }
  }

  /** One try of a message and what came of it. */
  public record Attempt(
      Instant at, String outcome, @Nullable String detail, @Nullable String mapping) {}

  /**
   * What a flow in a dry run would have written for a message.
   *
   * @param content id of the payload, which retention may have deleted
   * @param mapping versions of the mappings used
   */
  public record Rehearsed(Instant at, String action, long content, String mapping) {}

  // An idle lane has no row, so that only what is open is read.
  private static final String COUNTS =
      """
      select flow, state, sum(n)::bigint as n from (
        select m.flow, m.state, count(*) as n
        from lane l join message m on m.lane = l.id and m.finished is null group by m.flow, m.state
        union all
        select t.flow, f.state, f.n from tally t cross join lateral (
          values ('done', t.done), ('skipped', t.skipped), ('discarded', t.discarded)) as f(state, n)
        where f.n > 0) as counted
      group by flow, state order by flow, state
      """;

  private static final String ENTRY =
      """
      select m.id, m.flow, m.kind, m.event, m.source, m.source_id, m.number,
             coalesce(written.result_number, known.number) as target_number, m.state,
             coalesce(nullif(m.reason, ''), 'waits behind message ' || ahead.id || ' ('
               || ahead.event || ', ' || ahead.state || ')') as reason,
             m.fault, m.attempts, m.created, m.finished, m.next_at
      from message m
      left join lateral (
        select i.result_number from intent i where i.message = m.id and i.state = 'confirmed'
        order by i.closed desc limit 1) as written on true
      left join lateral (
        select c.number from crossref c
        where c.target = split_part(m.effect_key, '|', 1)
          and c.entity = split_part(m.effect_key, '|', 2)
          and c.source_id = m.source_id and c.source = m.source) as known on true
      left join lateral (
        select h.id, h.event, h.state from message h
        where h.lane = m.lane and h.seq < m.seq and h.finished is null and h.kind = 'event'
          and m.finished is null and m.kind = 'event'
        order by h.seq limit 1) as ahead on true
      """;

  /** Messages by flow and state: open ones by their lanes, finished ones as they were tallied. */
  public List<Count> counts(Connection connection) throws SQLException {
    return Jdbc.query(
        connection,
        COUNTS,
        row -> new Count(row.getString("flow"), row.getString("state"), row.getLong("n")));
  }

  public List<Entry> open(Connection connection, int most) throws SQLException {
    return Jdbc.query(
        connection,
        ENTRY
            + """
             join lane l on l.id = m.lane
            where m.finished is null order by m.id limit ?
            """,
        DeskStore::entry,
        most);
  }

  public List<Entry> byNumber(Connection connection, String number) throws SQLException {
    return Jdbc.query(
        connection,
        ENTRY
            + """
            where (m.source, m.source_id) in
              (select source, source_id from message where number = ?)
            order by m.id
            """,
        DeskStore::entry,
        number);
  }

  public List<Entry> bySource(Connection connection, String source, String sourceId)
      throws SQLException {
    return Jdbc.query(
        connection,
        ENTRY + " where m.source = ? and m.source_id = ? order by m.id",
        DeskStore::entry,
        source,
        sourceId);
  }

  /** Those of the messages that exist, the newest first. */
  public List<Entry> byId(Connection connection, Collection<Long> ids) throws SQLException {
    return Jdbc.query(
        connection,
        ENTRY + " where m.id = any(?) order by m.id desc",
        DeskStore::entry,
        (Object) ids.toArray(Long[]::new));
  }

  /** Every try of a message, oldest first. */
  public List<Attempt> attempts(Connection connection, long message) throws SQLException {
    return Jdbc.query(
        connection,
        "select at, outcome, detail, mapping from attempt where message = ? order by id",
        row ->
            new Attempt(
                Objects.requireNonNull(Jdbc.instant(row, "at")),
                row.getString("outcome"),
                row.getString("detail"),
                row.getString("mapping")),
        message);
  }

  /** Empty for a message that never came that far in a dry run. */
  public Optional<Rehearsed> rehearsed(Connection connection, long message) throws SQLException {
    return Jdbc.query(
            connection,
            "select at, action, content, mapping from rehearsal where message = ?",
            row ->
                new Rehearsed(
                    Objects.requireNonNull(Jdbc.instant(row, "at")),
                    row.getString("action"),
                    row.getLong("content"),
                    row.getString("mapping")),
            message)
        .stream()
        .findFirst();
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("id"),
        row.getString("flow"),
        row.getString("kind"),
        row.getString("event"),
        row.getString("source"),
        row.getString("source_id"),
        row.getString("number"),
        row.getString("target_number"),
        row.getString("state"),
        row.getString("reason"),
        row.getString("fault"),
        row.getInt("attempts"),
        Objects.requireNonNull(Jdbc.instant(row, "created")),
        Jdbc.instant(row, "finished"),
        Jdbc.instant(row, "next_at"));
  }
}
