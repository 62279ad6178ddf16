package dev.kontor.engine.delivery;

import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.lane.LaneStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * Connections and flows stopped by a fault or a person. The database is the truth; every process
 * reads it at its heartbeat.
 */
public final class Pauses {

  private final DataSource database;
  private final PauseStore store;
  private final LaneStore lanes;
  private final Map<String, String> current = new ConcurrentHashMap<>();

  public Pauses(DataSource database, PauseStore store, LaneStore lanes) {
    this.database = database;
    this.store = store;
    this.lanes = lanes;
  }

  /** A fault stops a connection or flow until a person resumes it. */
  public void pause(String subject, String reason) {
    if (current.put(subject, reason) == null) {
      Transactions.execute(database, c -> pause(c, subject, reason, "hub"));
    }
  }

  /** Runs in the caller's transaction; this process heeds it from {@link #refresh} on. */
  public void pause(Connection connection, String subject, String reason, String by)
      throws SQLException {
    store.put(connection, subject, reason, by);
  }

  /**
   * Lets everything that waited for it go on. Runs in the caller's transaction; this process heeds
   * it from {@link #refresh} on.
   */
  public void resume(Connection connection, String subject) throws SQLException {
    lanes.lockWaiting(connection, List.of(subject));
    store.remove(connection, subject);
    lanes.wake(connection, Set.of(subject));
  }

  /**
   * Of the keys that lanes are about to wait for, those of stops that were lifted meanwhile; this
   * process forgets them too. To be called under the keys' locks, so that no wake-up is missed.
   */
  List<String> lifted(Connection connection, List<String> waitedFor) throws SQLException {
    List<String> stops = waitedFor.stream().filter(WakeKeys::isStop).toList();
    if (stops.isEmpty()) {
      return List.of();
    }
    Set<String> standing = store.all(connection).keySet();
    List<String> lifted = stops.stream().filter(s -> !standing.contains(s)).toList();
    lifted.forEach(current::remove);
    return lifted;
  }

  /** Why it is stopped, empty if it is not. */
  public Optional<String> reason(String subject) {
    return Optional.ofNullable(current.get(subject));
  }

  public Map<String, String> all() {
    return Map.copyOf(current);
  }

  /** Takes over what other processes paused or resumed. */
  public void refresh() {
    Map<String, String> stored = Transactions.run(database, store::all);
    current.keySet().retainAll(stored.keySet());
    current.putAll(stored);
  }
}
