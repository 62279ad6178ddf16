package dev.kontor.engine.state;

import static dev.kontor.engine.db.Columns.texts;

import dev.kontor.engine.db.Jdbc;
import dev.kontor.model.EntityType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Documents of which the target may still receive a version whose write was never answered. Runs in
 * the caller's transaction.
 */
public final class WriteDoubtStore {

  private static final String ABANDONED =
      """
      with gone as (
        update intent i set state = 'refused', closed = hub_now()
        from message m
        where i.message = any(?) and i.state = 'open' and m.id = i.message
        returning i.target, i.entity, m.source_id, i.reference, i.absent_from)
      insert into write_doubt (target, entity, source_id, reference, until)
      select target, entity, source_id,
             (array_agg(reference order by absent_from desc))[1], max(absent_from)
      from gone
      group by target, entity, source_id
      on conflict (target, entity, source_id)
        do update set reference = excluded.reference,
          until = greatest(write_doubt.until, excluded.until)
      """;

  private static final String FIND =
      """
      select source_id, reference,
             greatest(0, ceil(extract(epoch from until - hub_now()) * 1000))::bigint
      from write_doubt where target = ? and entity = ? and source_id = any(?)
      """;

  /**
   * Ends the writes that earlier tries left without an answer.
   *
   * @param notices ids of the messages they were made for
   */
  public void abandoned(Connection connection, Collection<Long> notices) throws SQLException {
    Jdbc.update(connection, ABANDONED, (Object) notices.toArray(Long[]::new));
  }

  /** By source id. */
  Map<String, WriteDoubt> find(
      Connection connection, String target, EntityType entity, List<String> ids)
      throws SQLException {
    return Jdbc.query(
            connection,
            FIND,
            row ->
                Map.entry(
                    row.getString(1),
                    new WriteDoubt(row.getString(2), Duration.ofMillis(row.getLong(3)))),
            target,
            entity.key(),
            texts(ids, id -> id))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** It was written after the last moment at which another version could arrive. */
  public void settled(Connection connection, String target, EntityType entity, String sourceId)
      throws SQLException {
    Jdbc.update(
        connection,
        "delete from write_doubt where target = ? and entity = ? and source_id = ?",
        target,
        entity.key(),
        sourceId);
  }
}
