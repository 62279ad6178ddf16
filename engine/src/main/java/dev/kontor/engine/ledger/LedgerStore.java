package dev.kontor.engine.ledger;

import static dev.kontor.engine.db.Columns.bytes;
import static dev.kontor.engine.db.Columns.ints;
import static dev.kontor.engine.db.Columns.longs;
import static dev.kontor.engine.db.Columns.texts;

import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.lane.Lane;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Messages and their places in the lanes. Every method runs in the caller's transaction. */
public final class LedgerStore {

  private static final String ENQUEUE_LANES =
      """
      insert into lane as l (key, flow, priority, enqueued, due, owner, fence)
      select key, min(flow), min(priority), count(*),
             case when min(owner) is null then hub_now() end, min(owner),
             case when min(owner) is null then 0 else 1 end
      from unnest(?::text[], ?::text[], ?::int[], ?::text[]) as a(key, flow, priority, owner)
      group by key order by key
      on conflict (key) do update set
        enqueued = l.enqueued + excluded.enqueued, due = least(l.due, hub_now()),
        priority = least(l.priority, excluded.priority)
      returning id, key, flow, enqueued, owner
      """;

  private static final String INSERT =
      """
      insert into message (id, lane, seq, flow, kind, event, source, source_id, number,
                           effect_key, payload, content_hash)
      select nextval('message_id'), a.*
      from unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                  ?::text[], ?::text[], ?::bigint[], ?::bytea[]) as a
      on conflict (effect_key) where effect_key is not null do nothing
      returning id, lane, seq
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

  private static final String KNOWN = "select effect_key from message where effect_key = any(?)";

  private static final String PENDING =
      """
      select source_id from message
      where number = ? and flow = ? and source = ? and event = any(?) and finished is null
        and state <> 'dead'
      order by id limit 1
      """;

  private static final String HURRY =
      "update lane set priority = ? where key = any(?) and priority > ?";

  private static final String LATEST =
      """
      select distinct on (source_id) source_id, event from message
      where flow = ? and source = ? and source_id = any(?) and event = any(?)
      order by source_id, id desc
      """;

  private final ArrivalStore arrivals = new ArrivalStore();

  /**
   * Puts messages at the end of their lanes, skipping repeated arrivals and effects already known.
   *
   * @return how many were added
   */
  public int append(Connection connection, List<Append> appends) throws SQLException {
    return add(connection, appends, Taking.NOTHING).size();
  }

  /** Remembers what has been met, so that meeting it again adds nothing. */
  public void seen(Connection connection, List<Append> met) throws SQLException {
    arrivals.withoutRepeats(connection, met);
  }

  /**
   * As {@link #append}, and takes lanes that begin with these messages, so that whoever adds them
   * may work on them at once.
   */
  public List<Added> add(Connection connection, List<Append> appends, Taking taking)
      throws SQLException {
    List<Append> fresh = arrivals.withoutRepeats(connection, appends);
    if (fresh.isEmpty()) {
      return List.of();
    }
    Map<String, Enqueued> lanes = enqueue(connection, fresh, taking.owners(fresh));
    List<Message> messages = new ArrayList<>();
    for (Append append : fresh) {
      messages.add(Objects.requireNonNull(lanes.get(append.laneKey())).next(append));
    }
    Map<Place, Long> ids = insert(connection, fresh, messages);
    if (ids.size() < fresh.size()) {
      uncount(connection, messages, ids.keySet());
    }
    List<Added> added = new ArrayList<>();
    for (int i = 0; i < fresh.size(); i++) {
      Message message = messages.get(i);
      Long id = ids.get(new Place(message.lane(), message.seq()));
      if (id != null) {
        Enqueued lane = Objects.requireNonNull(lanes.get(fresh.get(i).laneKey()));
        added.add(new Added(fresh.get(i), message.withId(id), lane.taken()));
      }
    }
    return added;
  }

  /** Where a message stands. */
  private record Place(long lane, long seq) {}

  private static Map<String, Enqueued> enqueue(
      Connection connection, List<Append> fresh, Map<String, String> owners) throws SQLException {
    Map<String, Long> counts = new HashMap<>();
    fresh.forEach(a -> counts.merge(a.laneKey(), 1L, Long::sum));
    Map<String, Enqueued> lanes = new HashMap<>();
    Jdbc.query(
            connection,
            ENQUEUE_LANES,
            row -> {
              String key = row.getString("key");
              return new Enqueued(
                  new Lane(row.getLong("id"), key, row.getString("flow"), 1),
                  row.getLong("enqueued") - Objects.requireNonNull(counts.get(key)),
                  owners.containsKey(key) && owners.get(key).equals(row.getString("owner")));
            },
            texts(fresh, Append::laneKey),
            texts(fresh, Append::flow),
            ints(fresh, Append::priority),
            texts(fresh, a -> owners.get(a.laneKey())))
        .forEach(enqueued -> lanes.put(enqueued.lane().key(), enqueued));
    return lanes;
  }

  private static Map<Place, Long> insert(
      Connection connection, List<Append> fresh, List<Message> messages) throws SQLException {
    Map<Place, Long> ids = new HashMap<>();
    Jdbc.query(
            connection,
            INSERT,
            row -> Map.entry(new Place(row.getLong("lane"), row.getLong("seq")), row.getLong("id")),
            longs(messages, Message::lane),
            longs(messages, Message::seq),
            texts(fresh, Append::flow),
            texts(fresh, a -> a.kind().key()),
            texts(fresh, Append::event),
            texts(fresh, Append::source),
            texts(fresh, Append::sourceId),
            texts(fresh, Append::number),
            texts(fresh, Append::effectKey),
            longs(fresh, Append::payload),
            bytes(fresh, Append::contentHash))
        .forEach(e -> ids.put(e.getKey(), e.getValue()));
    return ids;
  }

  private static void uncount(Connection connection, List<Message> wanted, Set<Place> inserted)
      throws SQLException {
    Map<Long, Long> surplus = new HashMap<>();
    wanted.stream()
        .filter(m -> !inserted.contains(new Place(m.lane(), m.seq())))
        .forEach(m -> surplus.merge(m.lane(), 1L, Long::sum));
    List<Map.Entry<Long, Long>> rows = List.copyOf(surplus.entrySet());
    Jdbc.update(
        connection, UNCOUNT, longs(rows, Map.Entry::getKey), longs(rows, Map.Entry::getValue));
  }

  /** Lanes of those messages that are not finished. */
  public List<Long> lanes(Connection connection, List<Long> messages) throws SQLException {
    return Jdbc.query(
        connection,
        "select distinct lane from message where id = any(?) and finished is null",
        row -> row.getLong("lane"),
        (Object) messages.toArray(Long[]::new));
  }

  /** The unfinished messages of those lanes, in lane order. */
  public List<Message> unfinished(Connection connection, List<Long> lanes) throws SQLException {
    return Jdbc.query(
        connection, UNFINISHED, LedgerStore::message, (Object) lanes.toArray(Long[]::new));
  }

  /** Which of those events was appended last, finished or not, by aggregate. */
  public Map<String, String> latest(
      Connection connection,
      String flow,
      String source,
      List<String> sourceIds,
      List<String> events)
      throws SQLException {
    return Jdbc.query(
            connection,
            LATEST,
            row -> Map.entry(row.getString("source_id"), row.getString("event")),
            flow,
            source,
            sourceIds.toArray(String[]::new),
            events.toArray(String[]::new))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * The versions seen last, by what {@link Append#dedupe} names; what was never seen is left out.
   */
  public Map<String, String> seen(
      Connection connection, String flow, String source, List<String> dedupes) throws SQLException {
    return arrivals.versions(connection, flow, source, dedupes);
  }

  /** Those of the effects of which an event was ever appended. */
  public Set<String> known(Connection connection, List<String> effectKeys) throws SQLException {
    return Set.copyOf(
        Jdbc.query(
            connection,
            KNOWN,
            row -> row.getString("effect_key"),
            (Object) effectKeys.toArray(String[]::new)));
  }

  /** What the oldest event of that number is about that is not finished, nor left to a person. */
  public Optional<String> pending(
      Connection connection, String flow, String source, Collection<String> events, String number)
      throws SQLException {
    return Jdbc.query(
            connection,
            PENDING,
            row -> row.getString("source_id"),
            number,
            flow,
            source,
            events.toArray(String[]::new))
        .stream()
        .findFirst();
  }

  /** Makes those of the lanes that wait as urgent as that. */
  public void hurry(Connection connection, List<String> lanes, int priority) throws SQLException {
    if (!lanes.isEmpty()) {
      Jdbc.update(connection, HURRY, priority, lanes.toArray(String[]::new), priority);
    }
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
