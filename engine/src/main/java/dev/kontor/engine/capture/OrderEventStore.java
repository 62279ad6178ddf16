package dev.kontor.engine.capture;

import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.flow.KnownEvent;
import dev.kontor.engine.flow.OrderDecision;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the ledger knows about the business events of aggregates. Runs in the caller's transaction.
 */
public final class OrderEventStore {

  // What a person skipped stays out as what a person discarded does.
  private static final String KNOWN =
      """
      select m.source_id, m.kind = 'event' as is_event, m.id, m.event, m.content_hash,
             case when m.state = 'skipped' and m.by is not null then 'discarded' else m.state end
               as state,
             exists (select 1 from intent i
                     where i.message = m.id and i.state <> 'refused') as sent
      from message m
      where m.flow = ? and m.source = ? and m.source_id = any(?)
        and (m.kind = 'event' or m.finished is not null)
      order by m.id
      """;

  private static final String TAKERS =
      """
      select source_id, min(flow) as flow from message
      where source = ? and source_id = any(?) and flow = any(?)
        and kind = 'event' and event = 'created' and (state <> 'skipped' or by is not null)
      group by source_id
      """;

  private static final String WITHDRAWN =
      """
      select distinct m.source_id from message m
      where m.source = ? and m.source_id = any(?) and m.kind = 'event' and m.event = ?
        and (m.state = 'done'
          or exists (select 1 from intent i where i.message = m.id and i.state <> 'refused'))
      """;

  // The snapshot that nobody was told is replaced, so that no payload is left without its message.
  private static final String REFRESH =
      """
      with replaced as (
        delete from payload where id in
          (select payload from message where id = ? and finished is null))
      update message set payload = ?, content_hash = ?, number = ?,
        state = 'ready', reason = null, fault = null, attempts = 0, next_at = null,
        waiting_since = null
      where id = ? and finished is null
      """;

  /**
   * Known events by aggregate, oldest first; an empty list for one that was captured before without
   * an event, as an order cancelled before its transfer.
   */
  public Map<String, List<KnownEvent>> known(
      Connection connection, String flow, String source, List<String> ids) throws SQLException {
    Map<String, List<KnownEvent>> known = new HashMap<>();
    Jdbc.query(
        connection,
        KNOWN,
        row -> {
          List<KnownEvent> events =
              known.computeIfAbsent(row.getString("source_id"), id -> new ArrayList<>());
          return !row.getBoolean("is_event") || events.add(event(row));
        },
        flow,
        source,
        ids.toArray(String[]::new));
    return known;
  }

  /**
   * By order, which of these flows has it or is about to: what it left alone or took back is free.
   */
  public Map<String, String> takers(
      Connection connection, List<String> flows, String source, List<String> ids)
      throws SQLException {
    Map<String, String> takers = new HashMap<>();
    Jdbc.query(
        connection,
        TAKERS,
        row -> takers.put(row.getString("source_id"), row.getString("flow")),
        source,
        ids.toArray(String[]::new),
        flows.toArray(String[]::new));
    return takers;
  }

  /** Those of the orders that this hub took out of the target, or may have, as their source did. */
  public Set<String> withdrawn(Connection connection, String source, List<String> ids)
      throws SQLException {
    return Set.copyOf(
        Jdbc.query(
            connection,
            WITHDRAWN,
            row -> row.getString("source_id"),
            source,
            ids.toArray(String[]::new),
            OrderDecision.CANCELLED));
  }

  /** Lets people find a notice by the number of the order it led to. */
  public void number(Connection connection, long notice, String number) throws SQLException {
    Jdbc.update(connection, "update message set number = ? where id = ?", number, notice);
  }

  private static KnownEvent event(ResultSet row) throws SQLException {
    return new KnownEvent(
        row.getLong("id"),
        row.getString("event"),
        row.getString("state"),
        row.getBytes("content_hash"),
        row.getBoolean("sent"));
  }

  /** Gives an event that has not been sent the newest snapshot and makes it ready again. */
  public void refresh(Connection connection, long message, long payload, byte[] hash, String number)
      throws SQLException {
    Jdbc.update(connection, REFRESH, message, payload, hash, number, message);
  }
}
