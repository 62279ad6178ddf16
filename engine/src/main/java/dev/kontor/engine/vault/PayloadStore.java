package dev.kontor.engine.vault;

import dev.kontor.engine.db.Columns;
import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sealed payloads in {@code payload}, written in the caller's transaction. */
public final class PayloadStore {
  // Numbers are given in the order of the batch, whatever order the rows come back in.
  private static final String ADD =
      """
      insert into payload (id, class, key, bytes, keyed_hash, expires)
      select nextval('payload_id'), p.class, p.key, p.bytes, p.keyed_hash,
             hub_now() + p.keep * interval '1 millisecond'
      from (select * from unnest(?::text[], ?::bigint[], ?::bytea[], ?::bytea[], ?::bigint[])
              with ordinality as a(class, key, bytes, keyed_hash, keep, place)
            where exists (select from vault.key k where k.id = a.key)
            order by place) as p
      returning id
      """;

  private static final String READ =
      "select id, class, key, bytes, keyed_hash from payload where id = any(?) order by id";

  private static final String AFTER =
      "select id, class, key, bytes, keyed_hash from payload where id > ? order by id limit ?";

  // What an unfinished message is made of is kept however old it is: a dead letter may be sent
  // again.
  // Only lanes with such messages have a row, so there are few to look at.
  private static final String NEEDED =
      """
      with needed as (
        select m.payload, i.content
        from lane l
        join message m on m.lane = l.id and m.state not in ('done', 'skipped', 'discarded')
        left join intent i on i.message = m.id)
      """;

  private static final String EXPIRE =
      NEEDED
          + """
      delete from payload where id in
        (select p.id from payload p where p.expires <= hub_now()
           and not exists (select from needed where payload = p.id)
           and not exists (select from needed where content = p.id)
         order by p.expires limit ?
         for update skip locked)
      returning id
      """;

  private static final String ERASE =
      NEEDED
          + """
      delete from payload p
      where p.class = 'DOOR' and p.id = any(?)
        and not exists (select from needed where payload = p.id)
      returning id
      """;

  private static final String TAKE_BACK = "delete from payload where id = any(?)";

  // Whoever erased them waited for the messages; a backup knows them as they were before.
  private static final String ERASE_AGAIN =
      """
      delete from payload p using unnest(?::bigint[], ?::timestamptz[]) as gone(id, at)
      where p.class = 'DOOR' and p.id = gone.id and p.created <= gone.at
      """;

  private static final String UNREADABLE =
      """
      select count(*) as n from payload p
      where p.class <> 'DOOR' and not exists (select from vault.key k where k.id = p.key)
      """;

  private PayloadStore() {}

  /** How long payloads of a class are kept, by the database's clock; null for ever. */
  @FunctionalInterface
  public interface Keeping {
    @Nullable Duration of(PayloadClass kind);
  }

  /** A stored payload. */
  public record Stored(long id, Sealed sealed) {}

  /**
   * Inserts the whole batch in one statement.
   *
   * @return ids in the order of the batch
   * @throws KeyGone if a key was destroyed after sealing; forget cached keys and seal anew
   */
  public static List<Long> insertAll(Connection connection, List<Sealed> batch, Keeping keeping)
      throws SQLException {
    if (batch.isEmpty()) {
      return List.of();
    }
    List<Long> ids =
        Jdbc.query(
            connection,
            ADD,
            row -> row.getLong(1),
            Columns.texts(batch, row -> row.kind().name()),
            Columns.longs(batch, Sealed::keyId),
            Columns.bytes(batch, Sealed::bytes),
            Columns.bytes(batch, Sealed::keyedHash),
            Columns.longs(batch, row -> millis(keeping.of(row.kind()))));
    if (ids.size() != batch.size()) {
      throw new KeyGone("A key was destroyed between sealing and storing; seal the batch anew");
    }
    return ids.stream().sorted().toList();
  }

  private static @Nullable Long millis(@Nullable Duration keep) {
    return keep == null ? null : keep.toMillis();
  }

  public static Optional<Sealed> read(Connection connection, long id) throws SQLException {
    return read(connection, List.of(id)).stream().map(Stored::sealed).findFirst();
  }

  /** Those of the ids that are stored, by id. */
  public static List<Stored> read(Connection connection, Collection<Long> ids) throws SQLException {
    return Jdbc.query(connection, READ, PayloadStore::stored, (Object) ids.toArray(Long[]::new));
  }

  /** A stretch of all payloads in order of id, to walk through them. */
  public static List<Stored> after(Connection connection, long id, int limit) throws SQLException {
    return Jdbc.query(connection, AFTER, PayloadStore::stored, id, limit);
  }

  /**
   * Deletes payloads past their retention, save those an unfinished message needs.
   *
   * @return their ids, for the audit row that says so
   */
  public static List<Long> deleteExpired(Connection connection, int limit) throws SQLException {
    return Jdbc.query(connection, EXPIRE, row -> row.getLong("id"), limit);
  }

  /**
   * Deletes what was pushed, save what an unfinished message needs.
   *
   * @return the ids of what was deleted
   */
  public static List<Long> deleteDoors(Connection connection, Collection<Long> ids)
      throws SQLException {
    return Jdbc.query(
        connection, ERASE, row -> row.getLong("id"), (Object) ids.toArray(Long[]::new));
  }

  /** Takes back what the caller's transaction itself stored and made nothing of. */
  public static void takeBack(Connection connection, Collection<Long> ids) throws SQLException {
    Jdbc.update(connection, TAKE_BACK, (Object) ids.toArray(Long[]::new));
  }

  /** Deletes what was pushed and erased after it had come. */
  static int deleteAgain(Connection connection, List<ErasedPayload> erased) throws SQLException {
    return Jdbc.update(
        connection,
        ERASE_AGAIN,
        Columns.longs(erased, ErasedPayload::id),
        Columns.times(erased, ErasedPayload::at));
  }

  /** Payloads whose person's key was destroyed. */
  public static long unreadable(Connection connection) throws SQLException {
    return Jdbc.query(connection, UNREADABLE, row -> row.getLong("n")).getFirst();
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        row.getLong("id"),
        new Sealed(
            PayloadClass.valueOf(row.getString("class")),
            row.getBytes("bytes"),
            row.getLong("key"),
            row.getBytes("keyed_hash")));
  }
}
