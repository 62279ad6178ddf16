package dev.kontor.engine.access;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;

/** The rows of failed sign-ins. Runs in the caller's transaction. */
final class TriesStore {

  // Counted before the password is looked at, so that tries at the same time count as well.
  private static final String COUNT =
      """
      insert into sign_in_tries as t (subject, since, tries) values (?, hub_now(), 1)
      on conflict (subject) do update set
        tries = case when t.since > hub_now() - interval '15 minutes' then t.tries + 1 else 1 end,
        since = case when t.since > hub_now() - interval '15 minutes' then t.since
                else hub_now() end
      returning tries,
        ceil(extract(epoch from since + interval '15 minutes' - hub_now()))::int as seconds
      """;

  private static final String FORGIVE =
      "update sign_in_tries set tries = tries - 1 where subject = ? and tries > 0";
  private static final String FORGET = "delete from sign_in_tries where subject = ?";
  private static final String SWEEP =
      "delete from sign_in_tries where subject in (select subject from sign_in_tries"
          + " where since < hub_now() - interval '15 minutes' for update skip locked)";

  private TriesStore() {}

  /**
   * @param seconds until all are forgotten
   */
  record Counted(int tries, int seconds) {}

  static Counted count(Connection connection, byte[] subject) throws SQLException {
    return Jdbc.query(
            connection,
            COUNT,
            row -> new Counted(row.getInt("tries"), row.getInt("seconds")),
            (Object) subject)
        .getFirst();
  }

  static void forgive(Connection connection, byte[] subject) throws SQLException {
    Jdbc.update(connection, FORGIVE, (Object) subject);
  }

  static void forget(Connection connection, byte[] subject) throws SQLException {
    Jdbc.update(connection, FORGET, (Object) subject);
  }

  /** Takes away what is over, but for what another looks at now. */
  static void sweep(Connection connection) throws SQLException {
    Jdbc.update(connection, SWEEP);
  }
}
