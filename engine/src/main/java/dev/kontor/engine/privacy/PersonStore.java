package dev.kontor.engine.privacy;

import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.vault.PayloadClass;
import dev.kontor.engine.vault.PayloadStore;
import dev.kontor.engine.vault.Sealed;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger has of persons. Nothing but an erasure or an export asks, so it may read the
 * whole ledger. Runs in the caller's transaction.
 */
final class PersonStore {

  private static final String KEYS_BY_TERM =
      "select distinct person_key as id from vault.search_term where term = ?";

  private static final String PERSONAL =
      """
      select p.id, p.class, p.key, p.bytes, p.keyed_hash
      from payload p join vault.key k on k.id = p.key and k.kind = 'person'
      where p.id > ? order by p.id limit ?
      """;

  private static final String UNDER =
      "select id, class, key, bytes, keyed_hash from payload where key = any(?) order by id";

  // A message carries what was read; its intent or rehearsal what was, or would be, written.
  private static final String MESSAGES =
      """
      select m.id, m.flow, m.source, m.source_id, m.number, m.event, m.state, m.created,
             m.finished, p.id as payload, i.target, i.action
      from payload p
      join (select id as message, payload, null as target, null as action from message
            union all select message, content, target, action from intent
            union all select message, content, null, action from rehearsal) as i
        on i.payload = p.id
      join message m on m.id = i.message
      where p.key = any(?)
      order by m.id, p.id
      """;

  private static final String OPEN =
      """
      select m.id from lane l join message m on m.lane = l.id and m.finished is null
      join unnest(?::text[], ?::text[]) as d(source, source_id)
        on d.source = m.source and d.source_id = m.source_id
      order by m.id
      """;

  // Of what was pushed the message tells which document it is about.
  private static final String PUSHED =
      """
      select distinct p.id from message m
      join unnest(?::text[], ?::text[]) as d(source, source_id)
        on d.source = m.source and d.source_id = m.source_id
      join payload p on p.id = m.payload and p.class = 'DOOR'
      """;

  private static final String DOORS =
      """
      select p.id, p.class, p.key, p.bytes, p.keyed_hash
      from payload p join vault.key k on k.id = p.key and k.kind = 'day'
      where p.class = 'DOOR' and p.id > ? order by p.id limit ?
      """;

  // A day's key goes when all of that day has been kept long enough.
  private static final String LEFT =
      """
      select count(*) as n,
             max((date_trunc('day', created at time zone 'UTC') + interval '1 day')
               at time zone 'UTC' + (expires - created)) as until
      from payload where id = any(?)
      """;

  private static final String UNLINK =
      """
      delete from customer_link l using unnest(?::text[], ?::text[]) as d(source, source_id)
      where (l.shop = d.source and l.shop_id = d.source_id)
         or (l.erp = d.source and l.erp_id = d.source_id)
      """;

  private PersonStore() {}

  /**
   * A payload of a person and the message it belongs to.
   *
   * @param target where it was written, null of what was read or rehearsed
   * @param action what was, or in a rehearsal would be, done there; null of what was read
   */
  record Trace(
      long message,
      String flow,
      String source,
      String sourceId,
      @Nullable String number,
      String event,
      String state,
      Instant created,
      @Nullable Instant finished,
      long payload,
      @Nullable String target,
      @Nullable String action) {}

  static List<Long> keysByTerm(Connection connection, byte[] term) throws SQLException {
    return Jdbc.query(connection, KEYS_BY_TERM, row -> row.getLong("id"), (Object) term);
  }

  /** A stretch of all that lies under keys of persons, in order of id. */
  static List<PayloadStore.Stored> personal(Connection connection, long after, int limit)
      throws SQLException {
    return Jdbc.query(connection, PERSONAL, PersonStore::stored, after, limit);
  }

  static List<PayloadStore.Stored> under(Connection connection, Collection<Long> keys)
      throws SQLException {
    return Jdbc.query(connection, UNDER, PersonStore::stored, (Object) keys.toArray(Long[]::new));
  }

  static List<Trace> traces(Connection connection, Collection<Long> keys) throws SQLException {
    return Jdbc.query(connection, MESSAGES, PersonStore::trace, (Object) keys.toArray(Long[]::new));
  }

  /** Unfinished messages about these documents. */
  static List<Long> open(Connection connection, String[] sources, String[] ids)
      throws SQLException {
    return Jdbc.query(connection, OPEN, row -> row.getLong("id"), sources, ids);
  }

  /** Ids of what was pushed about these documents. */
  static List<Long> pushed(Connection connection, String[] sources, String[] ids)
      throws SQLException {
    return Jdbc.query(connection, PUSHED, row -> row.getLong("id"), sources, ids);
  }

  /** A stretch of all that was pushed and can still be read, in order of id. */
  static List<PayloadStore.Stored> doors(Connection connection, long after, int limit)
      throws SQLException {
    return Jdbc.query(connection, DOORS, PersonStore::stored, after, limit);
  }

  /**
   * Payloads that are kept still.
   *
   * @param until when nobody will be able to read any of them, null if there are none
   */
  record Left(int payloads, @Nullable Instant until) {}

  /** What of these is kept still. */
  static Left left(Connection connection, Collection<Long> payloads) throws SQLException {
    return Jdbc.query(
            connection,
            LEFT,
            row -> new Left(row.getInt("n"), Jdbc.instant(row, "until")),
            (Object) payloads.toArray(Long[]::new))
        .getFirst();
  }

  /** Forgets which accounts and debtors belong together, and what they showed. */
  static int unlink(Connection connection, String[] sources, String[] ids) throws SQLException {
    return Jdbc.update(connection, UNLINK, sources, ids);
  }

  private static PayloadStore.Stored stored(ResultSet row) throws SQLException {
    return new PayloadStore.Stored(
        row.getLong("id"),
        new Sealed(
            PayloadClass.valueOf(row.getString("class")),
            row.getBytes("bytes"),
            row.getLong("key"),
            row.getBytes("keyed_hash")));
  }

  private static Trace trace(ResultSet row) throws SQLException {
    return new Trace(
        row.getLong("id"),
        row.getString("flow"),
        row.getString("source"),
        row.getString("source_id"),
        row.getString("number"),
        row.getString("event"),
        row.getString("state"),
        Objects.requireNonNull(Jdbc.instant(row, "created")),
        Jdbc.instant(row, "finished"),
        row.getLong("payload"),
        row.getString("target"),
        row.getString("action"));
  }
}
