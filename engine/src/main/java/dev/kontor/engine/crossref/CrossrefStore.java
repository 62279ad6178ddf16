package dev.kontor.engine.crossref;

import static dev.kontor.engine.db.Columns.bytes;
import static dev.kontor.engine.db.Columns.texts;
import static dev.kontor.engine.db.Columns.times;

import dev.kontor.engine.db.Jdbc;
import dev.kontor.model.EntityType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The cross-reference table. Every method runs in the caller's transaction. */
public final class CrossrefStore {

  // The fence keeps the plan to one look-up by key for each id, however few rows there once were.
  private static final String FIND =
      """
      select c.*
      from unnest(?::text[]) as k(id)
      cross join lateral (
        select source, entity, source_id, target, target_id, number, hash, changed_at
        from crossref
        where source = ? and entity = ? and source_id = k.id and target = ?
        offset 0) c
      """;

  private static final String FROM_ANYWHERE =
      """
      select distinct on (source_id)
        source, entity, source_id, target, target_id, number, hash, changed_at
      from crossref
      where target = ? and entity = ? and source_id = any(?)
      order by source_id, updated
      """;

  private static final String NUMBERED =
      """
      select c.*
      from unnest(?::text[]) as k(number)
      cross join lateral (
        select source, entity, source_id, target, target_id, number, hash, changed_at
        from crossref
        where target = ? and entity = 'order' and number = k.number
        offset 0) c
      """;

  private static final String IDENTIFIED =
      """
      select c.*
      from unnest(?::text[]) as k(id)
      cross join lateral (
        select source, entity, source_id, target, target_id, number, hash, changed_at
        from crossref
        where target = ? and entity = 'order' and target_id = k.id
        offset 0) c
      """;

  private static final String REACHING =
      """
      select c.*
      from unnest(?::text[]) as k(id)
      cross join lateral (
        select source, entity, source_id, target, target_id, number, hash, changed_at, updated
        from crossref
        where source = ? and entity = 'product' and target = ? and target_id = k.id
        offset 0) c
      order by c.updated
      """;

  private static final String ALL =
      """
      select source, entity, source_id, target, target_id, number, hash, changed_at
      from crossref
      where source = ? and entity = ? and target = ?
      """;

  private static final String REACHED =
      ALL + "  and (number = ? or target_id = ?) order by source_id";

  private static final String REMOVE =
      """
      delete from crossref c
      using unnest(?::text[], ?::text[], ?::text[], ?::text[]) as k(source, entity, source_id, target)
      where c.source = k.source and c.entity = k.entity and c.source_id = k.source_id
        and c.target = k.target
      """;

  private static final String UPSERT =
      """
      insert into crossref as c (source, entity, source_id, target, target_id, number, hash, changed_at)
      select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                           ?::bytea[], ?::timestamptz[])
      on conflict (source, entity, source_id, target) do update set
        target_id = excluded.target_id,
        number = coalesce(excluded.number, c.number),
        hash = coalesce(excluded.hash, c.hash),
        changed_at = coalesce(excluded.changed_at, c.changed_at),
        updated = hub_now()
      """;

  private static final String LINK =
      """
      insert into crossref as c (source, entity, source_id, target, target_id, number)
      select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
      on conflict (source, entity, source_id, target) do update set
        target_id = excluded.target_id, number = excluded.number, hash = null, changed_at = null,
        updated = hub_now()
      """;

  private static final String PRESENT =
      """
      select k.key from unnest(?::text[]) as k(key)
      where exists (
        select 1 from crossref c
        where c.target = split_part(k.key, '|', 1) and c.entity = split_part(k.key, '|', 2)
          and c.source_id = split_part(k.key, '|', 3))
      """;

  public Optional<Crossref> find(
      Connection connection, String source, EntityType entity, String sourceId, String target)
      throws SQLException {
    return find(connection, source, entity, List.of(sourceId), target).stream().findFirst();
  }

  /** What was found or created under a match key, whichever source asked for it first. */
  public Optional<Crossref> findMatched(
      Connection connection, EntityType entity, String name, String target) throws SQLException {
    return findMatched(connection, entity, List.of(name), target).stream().findFirst();
  }

  /** The same for many, each at most once. */
  public List<Crossref> findMatched(
      Connection connection, EntityType entity, List<String> names, String target)
      throws SQLException {
    return Jdbc.query(
        connection,
        FROM_ANYWHERE,
        CrossrefStore::crossref,
        target,
        entity.key(),
        names.toArray(String[]::new));
  }

  public List<Crossref> find(
      Connection connection, String source, EntityType entity, List<String> ids, String target)
      throws SQLException {
    return Jdbc.query(
        connection,
        FIND,
        CrossrefStore::crossref,
        ids.toArray(String[]::new),
        source,
        entity.key(),
        target);
  }

  /**
   * Orders, whichever source they came from.
   *
   * @param numbers the target's own
   */
  public List<Crossref> findNumbered(Connection connection, String target, List<String> numbers)
      throws SQLException {
    return Jdbc.query(
        connection, NUMBERED, CrossrefStore::crossref, numbers.toArray(String[]::new), target);
  }

  /**
   * Orders, whichever source they came from.
   *
   * @param ids the target's own
   */
  public List<Crossref> findIdentified(Connection connection, String target, List<String> ids)
      throws SQLException {
    return Jdbc.query(
        connection, IDENTIFIED, CrossrefStore::crossref, ids.toArray(String[]::new), target);
  }

  /**
   * Articles of a source that are some articles of the target, the newest last.
   *
   * @param ids in the target
   */
  public List<Crossref> reaching(
      Connection connection, String source, List<String> ids, String target) throws SQLException {
    return Jdbc.query(
        connection, REACHING, CrossrefStore::crossref, ids.toArray(String[]::new), source, target);
  }

  /** Everything of one kind that one system has from another. */
  public List<Crossref> all(Connection connection, String source, EntityType entity, String target)
      throws SQLException {
    return Jdbc.query(connection, ALL, CrossrefStore::crossref, source, entity.key(), target);
  }

  /** Those that one document of the target stands for, by its number or its id there. */
  public List<Crossref> reached(
      Connection connection, String source, EntityType entity, String target, String number)
      throws SQLException {
    return Jdbc.query(
        connection, REACHED, CrossrefStore::crossref, source, entity.key(), target, number, number);
  }

  public void remove(Connection connection, List<Crossref> rows) throws SQLException {
    Jdbc.update(
        connection,
        REMOVE,
        texts(rows, Crossref::source),
        texts(rows, r -> r.entity().key()),
        texts(rows, Crossref::sourceId),
        texts(rows, Crossref::target));
  }

  public void upsert(Connection connection, List<Crossref> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    Jdbc.update(
        connection,
        UPSERT,
        texts(rows, Crossref::source),
        texts(rows, r -> r.entity().key()),
        texts(rows, Crossref::sourceId),
        texts(rows, Crossref::target),
        texts(rows, Crossref::targetId),
        texts(rows, Crossref::number),
        bytes(rows, Crossref::hash),
        times(rows, Crossref::changedAt));
  }

  /** Puts these in the place of whatever was there: the target has confirmed nothing of them. */
  public void link(Connection connection, List<Crossref> rows) throws SQLException {
    Jdbc.update(
        connection,
        LINK,
        texts(rows, Crossref::source),
        texts(rows, r -> r.entity().key()),
        texts(rows, Crossref::sourceId),
        texts(rows, Crossref::target),
        texts(rows, Crossref::targetId),
        texts(rows, Crossref::number));
  }

  /**
   * @param wakeKeys each target, entity and source id joined by {@code |}
   * @return those for which a cross-reference exists
   */
  public List<String> present(Connection connection, List<String> wakeKeys) throws SQLException {
    return wakeKeys.isEmpty()
        ? List.of()
        : Jdbc.query(
            connection, PRESENT, row -> row.getString(1), (Object) wakeKeys.toArray(String[]::new));
  }

  private static Crossref crossref(ResultSet row) throws SQLException {
    return new Crossref(
        row.getString("source"),
        EntityType.of(row.getString("entity")),
        row.getString("source_id"),
        row.getString("target"),
        row.getString("target_id"),
        row.getString("number"),
        row.getBytes("hash"),
        Jdbc.instant(row, "changed_at"));
  }
}
