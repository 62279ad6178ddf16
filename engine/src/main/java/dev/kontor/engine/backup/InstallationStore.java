package dev.kontor.engine.backup;

import dev.kontor.engine.db.Jdbc;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one row of {@code installation}. */
public final class InstallationStore {
  private static final String READ =
      "select id, epoch, cluster, restored_from, doubt_since, doubt_sources"
          + " from installation where one";
  private static final String CREATE =
      "insert into installation (id, epoch, cluster) values (?, ?, ?) on conflict (one) do nothing";
  private static final String CLUSTER =
      "select system_identifier::text as cluster from pg_control_system()";
  private static final String ADOPT =
      "update installation set id = ?, epoch = ?, cluster = ?,"
          + " doubt_since = coalesce(least(doubt_since, ?), hub_now()) where one";
  private static final String RESTORED =
      "update installation set restored_from = ?, restored_at = hub_now(), epoch = epoch + 1,"
          + " doubt_since = least(doubt_since, ?) where one";
  private static final String LOCK = "select pg_advisory_xact_lock(?)::text as locked";
  private static final long LOCK_ID = 0x6b6f6e746f720002L;
  private static final String SOURCES =
      "update installation set doubt_sources = ? where one and doubt_since is not null";
  private static final String REREAD =
      "update installation set doubt_sources = array_remove(doubt_sources, ?) where one";
  private static final String END_DOUBT =
      "update installation set doubt_since = null"
          + " where one and doubt_since is not null and doubt_sources = '{}'";

  private static final String LAST_MESSAGE = "select coalesce(max(id), 0) as last from message";
  private static final String OPEN_NOTICES =
      "select exists (select 1 from message where finished is null and kind = 'notice'"
          + " and id <= ? and flow = any(?)) as open";
  private static final String OPEN_EVENTS =
      "select exists (select 1 from message where finished is null and kind = 'event'"
          + " and id <= ?) as open";

  private InstallationStore() {}

  public static Optional<InstallationState> read(Connection connection) throws SQLException {
    return Jdbc.query(connection, READ, InstallationStore::state).stream().findFirst();
  }

  static String cluster(Connection connection) throws SQLException {
    return Jdbc.query(connection, CLUSTER, row -> row.getString("cluster")).getFirst();
  }

  static void create(Connection connection, Identity identity) throws SQLException {
    Jdbc.update(connection, CREATE, identity.id(), identity.epoch(), cluster(connection));
  }

  static void adopt(Connection connection, Identity identity, @Nullable Instant doubtSince)
      throws SQLException {
    Jdbc.update(
        connection, ADOPT, identity.id(), identity.epoch(), cluster(connection), doubtSince);
  }

  /** Of several processes starting at once, one makes the identity. */
  static void lock(Connection connection) throws SQLException {
    Jdbc.query(connection, LOCK, row -> row.getString("locked"), LOCK_ID);
  }

  /** Puts the loaded row in doubt and out of step with the identity file, until it is adopted. */
  static void restoredFrom(Connection connection, String backup, Instant at) throws SQLException {
    Jdbc.update(connection, RESTORED, backup, at);
  }

  /** Names the sources to be re-read before doubt may end; no effect without doubt. */
  public static void doubtSources(Connection connection, Collection<String> sources)
      throws SQLException {
    Jdbc.update(connection, SOURCES, (Object) sources.toArray(String[]::new));
  }

  /**
   * Records that a source has been re-read since the doubt began.
   *
   * @return whether this was the last one, so that doubt has ended
   */
  public static boolean reread(Connection connection, String source) throws SQLException {
    Jdbc.update(connection, REREAD, source);
    return Jdbc.update(connection, END_DOUBT) > 0;
  }

  /** Id of the newest message, 0 if there is none. */
  public static long lastMessage(Connection connection) throws SQLException {
    return Jdbc.query(connection, LAST_MESSAGE, row -> row.getLong("last")).getFirst();
  }

  /** Whether a notice up to that one waits to be read. */
  public static boolean hasOpenNotices(Connection connection, long last, Collection<String> flows)
      throws SQLException {
    return Jdbc.query(
            connection,
            OPEN_NOTICES,
            row -> row.getBoolean("open"),
            last,
            flows.toArray(String[]::new))
        .getFirst();
  }

  /** Whether an event up to that one is not finished, dead letters included. */
  public static boolean hasOpenEvents(Connection connection, long last) throws SQLException {
    return Jdbc.query(connection, OPEN_EVENTS, row -> row.getBoolean("open"), last).getFirst();
  }

  private static InstallationState state(ResultSet row) throws SQLException {
    Array sources = row.getArray("doubt_sources");
    return new InstallationState(
        row.getObject("id", UUID.class),
        row.getInt("epoch"),
        row.getString("cluster"),
        row.getString("restored_from"),
        Jdbc.instant(row, "doubt_since"),
        Set.copyOf(List.of((String[]) sources.getArray())));
  }
}
