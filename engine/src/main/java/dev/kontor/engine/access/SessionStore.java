package dev.kontor.engine.access;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The rows of sessions. Runs in the caller's transaction. */
public final class SessionStore {

  private static final String LIVES =
      "began > hub_now() - interval '12 hours' and last_used > hub_now() - interval '30 minutes'";

  private static final String BEGIN = "insert into console_session (id, person) values (?, ?)";
  private static final String FIND =
      """
      select s.person, s.last_used < hub_now() - interval '1 minute' as stale
      from console_session s join console_user u on u.name = s.person
      where s.id = ? and not u.disabled and\s"""
          + LIVES;
  private static final String USED =
      "update console_session set last_used = hub_now() where id = ?";
  private static final String END = "delete from console_session where id = ?";
  private static final String END_ALL_OF = "delete from console_session where person = ?";
  private static final String END_ALL = "delete from console_session";
  private static final String SWEEP =
      "delete from console_session where id in (select id from console_session where not ("
          + LIVES
          + ") for update skip locked)";

  private SessionStore() {}

  /**
   * @param stale whether it should be noted that the session is in use
   */
  record Found(String user, boolean stale) {}

  static void begin(Connection connection, byte[] id, String user) throws SQLException {
    sweep(connection);
    Jdbc.update(connection, BEGIN, id, user);
  }

  /** Takes away what is over, but for what another looks at now. */
  static void sweep(Connection connection) throws SQLException {
    Jdbc.update(connection, SWEEP);
  }

  static Optional<Found> find(Connection connection, byte[] id) throws SQLException {
    return Jdbc.query(
            connection,
            FIND,
            row -> new Found(row.getString("person"), row.getBoolean("stale")),
            (Object) id)
        .stream()
        .findFirst();
  }

  static void used(Connection connection, byte[] id) throws SQLException {
    Jdbc.update(connection, USED, (Object) id);
  }

  static void end(Connection connection, byte[] id) throws SQLException {
    Jdbc.update(connection, END, (Object) id);
  }

  static void endAllOf(Connection connection, String user) throws SQLException {
    Jdbc.update(connection, END_ALL_OF, user);
  }

  /** Signs everybody out, as after a restore: those who signed out since the backup stay so. */
  public static void endAll(Connection connection) throws SQLException {
    Jdbc.update(connection, END_ALL);
  }
}
