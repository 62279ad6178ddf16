package dev.kontor.engine.vault;

import dev.kontor.engine.db.Columns;
import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Wrapped keys in {@code vault.key}. */
final class KeyStore {
  private static final String COLUMNS = "id, kind, name, wrapped, master";

  private static final String FIND =
      "select k.id, k.kind, k.name, k.wrapped, k.master from vault.key k"
          + " join unnest(?, ?) as wanted(kind, name) using (kind, name)";

  private static final String BY_ID = "select " + COLUMNS + " from vault.key where id = any(?)";

  private static final String MAKE =
      """
      insert into vault.key (kind, name, wrapped, master)
      select * from unnest(?::text[], ?::bytea[], ?::bytea[], ?::text[])
        as k(kind, name, wrapped, master)
      order by kind, name
      on conflict (kind, name) do nothing
      returning id, kind, name, wrapped, master
      """;

  private static final String FOREIGN =
      "select "
          + COLUMNS
          + " from vault.key where master <> ? and id > ? order by id for update limit ?";

  private static final String REWRAP =
      "update vault.key k set wrapped = u.wrapped, master = u.master"
          + " from unnest(?, ?, ?) as u(id, wrapped, master) where k.id = u.id";

  private static final String DESTROY = "delete from vault.key where kind = ? and name = ?";

  private static final String DESTROY_PERSONS =
      "delete from vault.key where kind = 'person' and id = any(?)"
          + " returning encode(name, 'hex') as name";

  private static final String DESTROY_AGAIN =
      """
      delete from vault.key k using unnest(?::text[], ?::timestamptz[]) as gone(name, at)
      where k.kind = 'person' and k.name = decode(gone.name, 'hex') and k.created <= gone.at
      """;

  private static final String DESTROY_DAYS =
      "delete from vault.key where kind = 'day' and convert_from(name, 'UTF8')::date < ?";

  private KeyStore() {}

  record Wrapped(long id, KeyName name, byte[] bytes, String master) {}

  static List<Wrapped> find(Connection connection, Collection<KeyName> names) throws SQLException {
    List<KeyName> list = List.copyOf(names);
    return Jdbc.query(
        connection,
        FIND,
        KeyStore::read,
        Columns.texts(list, name -> name.kind().column()),
        Columns.bytes(list, KeyName::bytes));
  }

  static List<Wrapped> byId(Connection connection, Collection<Long> ids) throws SQLException {
    return Jdbc.query(connection, BY_ID, KeyStore::read, (Object) ids.toArray(Long[]::new));
  }

  /** Makes the keys of those names for which there is none, and returns those made. */
  static List<Wrapped> make(Connection connection, List<Wrapped> keys) throws SQLException {
    return Jdbc.query(
        connection,
        MAKE,
        KeyStore::read,
        Columns.texts(keys, key -> key.name().kind().column()),
        Columns.bytes(keys, key -> key.name().bytes()),
        Columns.bytes(keys, Wrapped::bytes),
        Columns.texts(keys, Wrapped::master));
  }

  static List<Wrapped> notUnder(Connection connection, String master, long after, int limit)
      throws SQLException {
    return Jdbc.query(connection, FOREIGN, KeyStore::read, master, after, limit);
  }

  static void rewrap(Connection connection, List<Wrapped> keys) throws SQLException {
    Jdbc.update(
        connection,
        REWRAP,
        Columns.longs(keys, Wrapped::id),
        Columns.bytes(keys, Wrapped::bytes),
        Columns.texts(keys, Wrapped::master));
  }

  static boolean destroy(Connection connection, KeyName name) throws SQLException {
    return Jdbc.update(connection, DESTROY, name.kind().column(), name.bytes()) > 0;
  }

  /** Their names, in hexadecimal. */
  static List<String> destroyPersons(Connection connection, Collection<Long> ids)
      throws SQLException {
    return Jdbc.query(
        connection,
        DESTROY_PERSONS,
        row -> row.getString("name"),
        (Object) ids.toArray(Long[]::new));
  }

  /** Destroys those made before their person was erased. */
  static int destroyAgain(Connection connection, List<ErasedPerson> erased) throws SQLException {
    return Jdbc.update(
        connection,
        DESTROY_AGAIN,
        Columns.texts(erased, ErasedPerson::name),
        Columns.times(erased, ErasedPerson::at));
  }

  static int destroyDaysBefore(Connection connection, LocalDate day) throws SQLException {
    return Jdbc.update(connection, DESTROY_DAYS, day);
  }

  private static Wrapped read(ResultSet row) throws SQLException {
    KeyName.Kind kind = KeyName.Kind.of(row.getString("kind"));
    return new Wrapped(
        row.getLong("id"),
        KeyName.of(kind, row.getBytes("name")),
        row.getBytes("wrapped"),
        row.getString("master"));
  }
}
