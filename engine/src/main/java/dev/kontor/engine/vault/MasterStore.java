package dev.kontor.engine.vault;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Which master keys wrap keys in {@code vault.key}. Runs in the caller's transaction. */
final class MasterStore {

  private static final String KNOWN = "select id from vault.master order by registered, id";

  private static final String REGISTER =
      """
      insert into vault.master (id) select ?
      where not exists (select from vault.retired_master where id = ?)
      on conflict do nothing
      """;

  private static final String IS_RETIRED =
      "select exists (select from vault.retired_master where id = ?) as retired";

  private static final String RETIRE =
      """
      with gone as (
        delete from vault.master m
        where m.id <> ? and not exists (select from vault.key k where k.master = m.id)
        returning m.id)
      insert into vault.retired_master (id) select id from gone
      returning id
      """;

  private MasterStore() {}

  /** The oldest first. */
  static List<String> known(Connection connection) throws SQLException {
    return Jdbc.query(connection, KNOWN, row -> row.getString("id"));
  }

  static boolean isRetired(Connection connection, String master) throws SQLException {
    return Jdbc.query(connection, IS_RETIRED, row -> row.getBoolean("retired"), master).getFirst();
  }

  /** Does nothing if it is registered, or was retired. */
  static void register(Connection connection, String master) throws SQLException {
    Jdbc.update(connection, REGISTER, master, master);
  }

  /**
   * Retires all but that one, as far as they wrap no key; the database refuses it if one wraps a
   * key that others commit just now.
   */
  static List<String> retireOthers(Connection connection, String master) throws SQLException {
    return Jdbc.query(connection, RETIRE, row -> row.getString("id"), master);
  }
}
