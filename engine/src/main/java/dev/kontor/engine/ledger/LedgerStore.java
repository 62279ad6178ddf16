package dev.kontor.engine.ledger;

import static dev.kontor.engine.db.Columns.bytes;
import static dev.kontor.engine.db.Columns.ints;
import static dev.kontor.engine.db.Columns.longs;
import static dev.kontor.engine.db.Columns.texts;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Messages and their places in the lanes. Every method runs in the caller's transaction. */
public final class LedgerStore {

  private static final String ENQUEUE_LANES =
      """
      insert into lane as l (key, flow, priority, enqueued, due)
      select key, min(flow), min(priority), count(*), hub_now()
      from unnest(?::text[], ?::text[], ?::int[]) as a(key, flow, priority)
      group by key order by key
      on conflict (key) do update set
        enqueued = l.enqueued + excluded.enqueued,
        due = least(coalesce(l.due, excluded.due), excluded.due)
      returning id, key, enqueued
      """;

  private static final String INSERT =
      """
      insert into message (id, lane, seq, flow, kind, event, source, source_id, number,
                           effect_key, payload, content_hash)
      select nextval('message_id'), a.*
      from unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                  ?::text[], ?::text[], ?::bigint[], ?::bytea[]) as a
      on conflict (effect_key) where effect_key is not null do nothing
      returning lane
      """;

  private static final String UNCOUNT =
      """
      update lane set enqueued = enqueued - a.n
      from unnest(?::bigint[], ?::bigint[]) as a(id, n)
      where lane.id = a.id
      """;

  private static final String UNFINISHED =
      """
      select id, lane, seq, flow, kind, event, source, source_id, number, effect_key, payload,
             content_hash, state, attempts,
             coalesce(ceil(extract(epoch from next_at - hub_now()) * 1000), 0)::bigint as delay,
             coalesce(extract(epoch from hub_now() - waiting_since) * 1000, 0)::bigint as waiting
      from message
      where lane = any(?) and finished is null
      order by lane, seq
      """;

  private static final String KNOWS =
      "select exists (select 1 from message where effect_key = ?) as known";

  private static final String LATEST =
      """
      select event from message
      where flow = ? and source = ? and source_id = ? and event = any(?)
      order by id desc limit 1
      """;

  private final ArrivalStore arrivals = new ArrivalStore();

  /**
   * Puts messages at the end of their lanes, skipping repeated arrivals and effects already known.
   *
   * @return how many were added
   */
  public int append(Connection connection, List<Append> appends) throws SQLException {
    List<Append> fresh = arrivals.withoutRepeats(connection, appends);
    if (fresh.isEmpty()) {
      return 0;
    }
    Map<String, long[]> lanes = enqueue(connection, fresh);
    List<Long> laneIds = new ArrayList<>();
    List<Long> seqs = new ArrayList<>();
    for (Append append : fresh) {
      long[] lane = Objects.requireNonNull(lanes.get(append.laneKey()));
      laneIds.add(lane[0]);
      seqs.add(++lane[1]);
    }
    List<Long> inserted = insert(connection, fresh, laneIds, seqs);
    if (inserted.size() < fresh.size()) {
      uncount(connection, laneIds, inserted);
    }
    return inserted.size();
  }

  /** Lane id and the sequence number before the first new message, by lane key. */
  private static Map<String, long[]> enqueue(Connection connection, List<Append> fresh)
      throws SQLException {
    Map<String, Long> counts = new HashMap<>();
    fresh.forEach(a -> counts.merge(a.laneKey(), 1L, Long::sum));
    Map<String, long[]> lanes = new HashMap<>();
    Jdbc.query(
            connection,
            ENQUEUE_LANES,
            row -> {
              String key = row.getString("key");
              long before = row.getLong("enqueued") - Objects.requireNonNull(counts.get(key));
              return Map.entry(key, new long[] {row.getLong("id"), before});
            },
            texts(fresh, Append::laneKey),
            texts(fresh, Append::flow),
            ints(fresh, Append::priority))
        .forEach(e -> lanes.put(e.getKey(), e.getValue()));
    return lanes;
  }

  private static List<Long> insert(
      Connection connection, List<Append> fresh, List<Long> laneIds, List<Long> seqs)
      throws SQLException {
    return Jdbc.query(
        connection,
        INSERT,
        row -> row.getLong(1),
        laneIds.toArray(Long[]::new),
        seqs.toArray(Long[]::new),
        texts(fresh, Append::flow),
        texts(fresh, a -> a.kind().key()),
        texts(fresh, Append::event),
        texts(fresh, Append::source),
        texts(fresh, Append::sourceId),
        texts(fresh, Append::number),
        texts(fresh, Append::effectKey),
        longs(fresh, Append::payload),
        bytes(fresh, Append::contentHash));
  }

  private static void uncount(Connection connection, List<Long> wanted, List<Long> inserted)
      throws SQLException {
    Map<Long, Long> surplus = new HashMap<>();
    wanted.forEach(lane -> surplus.merge(lane, 1L, Long::sum));
    inserted.forEach(lane -> surplus.merge(lane, -1L, Long::sum));
    surplus.values().removeIf(n -> n == 0);
    List<Map.Entry<Long, Long>> rows = List.copyOf(surplus.entrySet());
    Jdbc.update(
        connection, UNCOUNT, longs(rows, Map.Entry::getKey), longs(rows, Map.Entry::getValue));
  }

  /** The unfinished messages of those lanes, in lane order. */
  public List<Message> unfinished(Connection connection, List<Long> lanes) throws SQLException {
    return Jdbc.query(
        connection, UNFINISHED, LedgerStore::message, (Object) lanes.toArray(Long[]::new));
  }

  /** Which of those events of an aggregate was appended last, finished or not. */
  public Optional<String> latest(
      Connection connection, String flow, String source, String sourceId, List<String> events)
      throws SQLException {
    return Jdbc.query(
            connection,
            LATEST,
            row -> row.getString("event"),
            flow,
            source,
            sourceId,
            events.toArray(String[]::new))
        .stream()
        .findFirst();
  }

  /** Whether an event with that effect was ever appended. */
  public boolean knows(Connection connection, String effectKey) throws SQLException {
    return Jdbc.query(connection, KNOWS, row -> row.getBoolean("known"), effectKey).getFirst();
  }

  private static Message message(ResultSet row) throws SQLException {
    return new Message(
        row.getLong("id"),
        row.getLong("lane"),
        row.getLong("seq"),
        row.getString("flow"),
        MessageKind.of(row.getString("kind")),
        row.getString("event"),
        row.getString("source"),
        row.getString("source_id"),
        row.getString("number"),
        row.getString("effect_key"),
        Jdbc.number(row, "payload"),
        row.getBytes("content_hash"),
        row.getString("state"),
        row.getInt("attempts"),
        Math.max(0, row.getLong("delay")),
        row.getLong("waiting"));
  }
}
