package dev.kontor.engine.capture;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Makes the recurring tasks of the scheduler due. Runs in the caller's transaction. */
final class HintStore {

  private static final String DUE =
      """
      update scheduled_tasks set execution_time = least(execution_time, ?), version = version + 1
      where task_name = any(?) and task_instance = 'recurring' and not picked
      returning task_name
      """;

  private static final String RUNNING =
      "select task_name from scheduled_tasks where task_name = any(?) and picked";

  /**
   * Whichever process is free first runs them.
   *
   * @param now by the clock of the scheduler's processes
   * @return those that run just now, so that nothing could be made due
   */
  Set<String> due(Connection connection, Collection<String> tasks, Instant now)
      throws SQLException {
    String[] names = tasks.toArray(String[]::new);
    Set<String> due =
        new TreeSet<>(Jdbc.query(connection, DUE, row -> row.getString(1), now, names));
    Set<String> running =
        new TreeSet<>(Jdbc.query(connection, RUNNING, row -> row.getString(1), (Object) names));
    running.removeAll(due);
    return running;
  }
}
