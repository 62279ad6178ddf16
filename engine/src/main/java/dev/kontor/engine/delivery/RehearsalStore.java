package dev.kontor.engine.delivery;

import static dev.kontor.engine.db.Columns.bytes;
import static dev.kontor.engine.db.Columns.longs;
import static dev.kontor.engine.db.Columns.texts;

import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.ledger.Append;
import dev.kontor.engine.ledger.MessageState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rehearsal table. Every method runs in the caller's transaction. */
final class RehearsalStore {

  /**
   * What a message would have written, without its content.
   *
   * @param hash keyed hash of the content
   * @param mapping versions of the mappings that made it
   */
  record Row(long message, String action, byte[] hash, String mapping) {}

  private static final String KEEP =
      """
      insert into rehearsal (message, action, content, content_hash, mapping)
      select message, action, content, content_hash, mapping
      from unnest(?::bigint[], ?::text[], ?::bigint[], ?::bytea[], ?::text[])
        as r(message, action, content, content_hash, mapping)
      on conflict (message) do update set at = hub_now(), action = excluded.action,
        content = excluded.content, content_hash = excluded.content_hash,
        mapping = excluded.mapping
      """;

  private static final String DEBTOR =
      "select 1 from message where effect_key = ? and finished is null and fault = '%s'"
          .formatted(MessageState.Waiting.DRY_RUN);

  private static final String READ_AGAIN =
      """
      select distinct l.key, l.priority, m.flow, m.source, m.source_id
      from lane l join message m on m.lane = l.id
      where m.flow = any(?) and m.kind = 'event' and m.finished is null and m.fault = '%s'
      order by l.key
      """
          .formatted(MessageState.Waiting.DRY_RUN);

  /** Keyed hash of the content by message, of those that were rehearsed. */
  Map<Long, byte[]> found(Connection connection, List<Long> messages) throws SQLException {
    Map<Long, byte[]> found = new HashMap<>();
    Jdbc.query(
        connection,
        "select message, content_hash from rehearsal where message = any(?)",
        row -> found.put(row.getLong("message"), row.getBytes("content_hash")),
        (Object) messages.toArray(Long[]::new));
    return found;
  }

  /**
   * @param contents ids of the payloads, in the order of the rows
   */
  void keep(Connection connection, List<Row> rows, List<Long> contents) throws SQLException {
    Jdbc.update(
        connection,
        KEEP,
        longs(rows, Row::message),
        texts(rows, Row::action),
        contents.toArray(Long[]::new),
        bytes(rows, Row::hash),
        texts(rows, Row::mapping));
  }

  /** Whether the event with that effect waits, rehearsed. */
  boolean waits(Connection connection, String effectKey) throws SQLException {
    return !Jdbc.query(connection, DEBTOR, row -> true, effectKey).isEmpty();
  }

  /** "Read it again" for each aggregate of these flows of which an event waits, rehearsed. */
  List<Append> readAgain(Connection connection, Collection<String> flows) throws SQLException {
    return Jdbc.query(
        connection,
        READ_AGAIN,
        row ->
            Append.notice(
                row.getString("key"),
                row.getString("flow"),
                row.getInt("priority"),
                "rehearsed",
                row.getString("source"),
                row.getString("source_id"),
                null,
                null),
        (Object) flows.toArray(String[]::new));
  }
}
