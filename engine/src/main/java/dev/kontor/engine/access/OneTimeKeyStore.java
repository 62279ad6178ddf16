package dev.kontor.engine.access;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The rows of keys that open something once. Runs in the caller's transaction. */
final class OneTimeKeyStore {

  private static final String ADD =
      "insert into one_time_key (id, detail, ends)"
          + " values (?, ?, hub_now() + interval '10 minutes')";
  private static final String TAKE =
      "delete from one_time_key where id = ? returning detail, ends > hub_now() as lives";
  private static final String FORGET =
      "delete from one_time_key where id in (select id from one_time_key"
          + " where starts_with(detail, ?) order by ends desc, id offset ?)";
  private static final String SWEEP = "delete from one_time_key where ends < hub_now()";

  private OneTimeKeyStore() {}

  private record Taken(String detail, boolean lives) {}

  static void add(Connection connection, byte[] id, String detail) throws SQLException {
    sweep(connection);
    Jdbc.update(connection, ADD, id, detail);
  }

  /** Of the keys whose detail begins so only that many stay, the youngest. */
  static void keep(Connection connection, String beginning, int most) throws SQLException {
    Jdbc.update(connection, FORGET, beginning, most);
  }

  static void sweep(Connection connection) throws SQLException {
    Jdbc.update(connection, SWEEP);
  }

  static Optional<String> take(Connection connection, byte[] id) throws SQLException {
    return Jdbc.query(
            connection,
            TAKE,
            row -> new Taken(row.getString("detail"), row.getBoolean("lives")),
            (Object) id)
        .stream()
        .filter(Taken::lives)
        .map(Taken::detail)
        .findFirst();
  }
}
