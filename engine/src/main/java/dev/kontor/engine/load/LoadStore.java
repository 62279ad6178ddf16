package dev.kontor.engine.load;

import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.ledger.Message;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The load table and what became of its messages. Runs in the caller's transaction. */
final class LoadStore {

  /**
   * Where a load stands.
   *
   * @param cursor null at the beginning
   * @param since its messages have this id or a later one
   * @param revision for compare-and-set
   * @param isEnded whether all of it was done or waited for a person
   */
  record Position(
      @Nullable String cursor,
      boolean isFed,
      long keys,
      long since,
      long revision,
      boolean isEnded) {}

  private static final String BEGIN =
      """
      insert into load as l (flow, since) values (?, nextval('message_id'))
      on conflict (flow) do update set cursor = null, is_fed = false, keys = 0,
        since = excluded.since, revision = l.revision + 1, began = hub_now(), ended = null
      where l.ended is not null
      """;

  private static final String ADVANCE =
      """
      update load set cursor = ?, is_fed = ?, keys = keys + ?, revision = revision + 1
      where flow = ? and revision = ?
      """;

  // A document is what its worst message is, also one from before: the load's notice may have given
  // an order that waited its newest version. Later notices of the lane stand for those of the load.
  // What has waited for three minutes was looked for again, and waits for a person.
  private static final String PROGRESS =
      """
      with put as (
        select distinct source, source_id, event from message
        where flow = ? and event = '%s' and id >= ?),
      document as (
        select
          bool_or(m.finished is null and m.state = 'dead') as dead,
          bool_or(m.finished is null and m.state = 'waiting' and (coalesce(m.fault, '') = 'DryRun'
            or coalesce(m.waiting_since < hub_now() - interval '3 minutes', false))) as waiting,
          bool_or(m.finished is null and m.state <> 'dead') as open,
          bool_or(m.finished is null and m.state = 'ready' and m.event = p.event) as unread,
          bool_or(exists (
            select from intent i
            where i.message = m.id and i.state = 'confirmed' and i.closed >= l.began)) as written
        from put p
        join message m on m.source = p.source and m.source_id = p.source_id
        join load l on l.flow = m.flow
        where m.flow = ?
        group by p.source, p.source_id)
      select
        count(*) filter (where dead) as dead,
        count(*) filter (where waiting and not unread and not dead) as waiting,
        count(*) filter (where open and (unread or not waiting) and not dead) as open,
        count(*) filter (where written and not open and not dead) as written
      from document
      """
          .formatted(Message.LOADED);

  private static final String SERVED =
      "select exists (select from node where lease_until > hub_now()) as served";

  private LoadStore() {}

  static Optional<Position> find(Connection connection, String flow) throws SQLException {
    return Jdbc.query(
            connection,
            "select cursor, is_fed, keys, since, revision, ended is not null as is_ended from load"
                + " where flow = ?",
            row ->
                new Position(
                    row.getString("cursor"),
                    row.getBoolean("is_fed"),
                    row.getLong("keys"),
                    row.getLong("since"),
                    row.getLong("revision"),
                    row.getBoolean("is_ended")),
            flow)
        .stream()
        .findFirst();
  }

  /** Begins anew, unless one has begun and not ended. */
  static void begin(Connection connection, String flow) throws SQLException {
    Jdbc.update(connection, BEGIN, flow);
  }

  /**
   * @return false if another process advanced it meanwhile; nothing of the page may be kept then
   */
  static boolean advance(
      Connection connection, String flow, Position from, String cursor, boolean fed, int keys)
      throws SQLException {
    return Jdbc.update(connection, ADVANCE, cursor, fed, keys, flow, from.revision()) == 1;
  }

  static void end(Connection connection, String flow) throws SQLException {
    Jdbc.update(connection, "update load set ended = hub_now() where flow = ?", flow);
  }

  static Progress progress(Connection connection, String flow, Position at) throws SQLException {
    return Jdbc.query(
            connection,
            PROGRESS,
            row ->
                new Progress(
                    at.isFed(),
                    at.keys(),
                    row.getLong("written"),
                    row.getLong("open"),
                    row.getLong("waiting"),
                    row.getLong("dead")),
            flow,
            at.since(),
            flow)
        .getFirst();
  }

  /** Whether any hub runs that would do the work. */
  static boolean isServed(Connection connection) throws SQLException {
    return Jdbc.query(connection, SERVED, row -> row.getBoolean("served")).getFirst();
  }
}
