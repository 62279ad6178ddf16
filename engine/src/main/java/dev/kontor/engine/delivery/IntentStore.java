package dev.kontor.engine.delivery;

import static dev.kontor.engine.db.Columns.longs;
import static dev.kontor.engine.db.Columns.texts;

import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.lane.Lane;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The intent table. Every method runs in the caller's transaction. */
public final class IntentStore {

  /**
   * An intent about to be opened.
   *
   * @param lane the claim under which it is opened
   * @param content id of the stored payload that is about to be written; null where the reference
   *     says it all
   * @param mapping versions of the mappings that made it
   */
  public record Opening(
      Lane lane,
      String key,
      long message,
      String target,
      String entity,
      String action,
      String reference,
      @Nullable String targetId,
      @Nullable Long content,
      String mapping) {}

  /**
   * How an intent ends.
   *
   * @param state {@code confirmed} or {@code refused}
   */
  public record Closing(
      String key, String state, @Nullable String resultId, @Nullable String resultNumber) {}

  private static final String FIND =
      """
      select key, state, absent_from <= hub_now() as past,
             greatest(0, ceil(extract(epoch from absent_from - hub_now()) * 1000))::bigint as left_ms,
             content, result_id, result_number
      from intent where key = any(?)
      """;

  // A process whose lane was taken over must not leave an intent behind that nobody closes. The
  // locks keep the lane from being claimed between the check and the commit.
  private static final String OPEN =
      """
      with held as (
        select l.id from lane l join unnest(?::bigint[], ?::bigint[]) as r(id, fence)
          on l.id = r.id and l.fence = r.fence
        where l.owner is not null
        order by l.key for share of l)
      insert into intent as i (key, message, target, entity, action, reference, target_id, content,
                               mapping, state, absent_from)
      select o.key, o.message, o.target, o.entity, o.action, o.reference, o.target_id, o.content,
             o.mapping, 'open', hub_now() + ? * interval '1 millisecond'
      from unnest(?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                  ?::text[], ?::bigint[], ?::text[])
        as o(lane, key, message, target, entity, action, reference, target_id, content, mapping)
      where o.lane = any(array(select id from held))
        and not exists (select 1 from pause where subject = '%s')
      on conflict (key) do update set
        content = excluded.content, mapping = excluded.mapping, state = 'open',
        opened = hub_now(), absent_from = excluded.absent_from, closed = null
      where i.state = 'refused' or (i.state = 'open' and i.absent_from <= hub_now())
      returning key
      """
          .formatted(WakeKeys.EVERYTHING);

  private static final String CLOSE =
      """
      update intent i set state = c.state, closed = hub_now(),
        result_id = c.result_id, result_number = c.result_number
      from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as c(key, state, result_id, result_number)
      where i.key = c.key and i.state <> 'confirmed'
      """;

  /** Payloads that were written for a source's document, the newest first. */
  public List<Long> written(
      Connection connection, String target, String entity, String source, String sourceId)
      throws SQLException {
    return Jdbc.query(
        connection,
        """
        select i.content from message m join intent i on i.message = m.id
        where m.source = ? and m.source_id = ? and i.target = ? and i.entity = ?
          and i.state = 'confirmed' and i.action <> 'DELETE' and i.content is not null
        order by i.closed desc, i.message desc limit 1
        """,
        row -> row.getLong(1),
        source,
        sourceId,
        target,
        entity);
  }

  public Map<String, Intent> find(Connection connection, List<String> keys) throws SQLException {
    return Jdbc.query(
            connection,
            FIND,
            row ->
                new Intent(
                    row.getString("key"),
                    row.getString("state"),
                    row.getBoolean("past"),
                    row.getLong("left_ms"),
                    row.getObject("content", Long.class),
                    row.getString("result_id"),
                    row.getString("result_number")),
            (Object) keys.toArray(String[]::new))
        .stream()
        .collect(Collectors.toMap(Intent::key, i -> i));
  }

  /**
   * Opens intents; must be committed before the call leaves.
   *
   * @param uncertainty how long from now the effect may still appear in the target
   * @return keys that may be sent now; another process holds the others, or their lanes, or people
   *     have stopped all writing
   */
  public Set<String> open(Connection connection, List<Opening> openings, Duration uncertainty)
      throws SQLException {
    return Set.copyOf(
        Jdbc.query(
            connection,
            OPEN,
            row -> row.getString(1),
            longs(openings, o -> o.lane().id()),
            longs(openings, o -> o.lane().fence()),
            uncertainty.toMillis(),
            longs(openings, o -> o.lane().id()),
            texts(openings, Opening::key),
            longs(openings, Opening::message),
            texts(openings, Opening::target),
            texts(openings, Opening::entity),
            texts(openings, Opening::action),
            texts(openings, Opening::reference),
            texts(openings, Opening::targetId),
            longs(openings, Opening::content),
            texts(openings, Opening::mapping)));
  }

  public void close(Connection connection, List<Closing> closings) throws SQLException {
    if (!closings.isEmpty()) {
      Jdbc.update(
          connection,
          CLOSE,
          texts(closings, Closing::key),
          texts(closings, Closing::state),
          texts(closings, Closing::resultId),
          texts(closings, Closing::resultNumber));
    }
  }
}
