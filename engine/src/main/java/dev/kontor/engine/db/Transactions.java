package dev.kontor.engine.db;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs work in one transaction: commit on return, roll back on any exception. */
public final class Transactions {
  private static final int DEADLOCK_ATTEMPTS = 8;
  private static final String DEADLOCK = "40P01";
  private static final String SERIALIZATION = "40001";

  private Transactions() {}

  /** Work that has a result. */
  @FunctionalInterface
  public interface Work<T extends @Nullable Object> {
    T run(Connection connection) throws SQLException;
  }

  /** Work without a result. */
  @FunctionalInterface
  public interface Action {
    void run(Connection connection) throws SQLException;
  }

  /**
   * Runs {@code work} at the server's default isolation.
   *
   * @throws DatabaseException wrapping any {@link SQLException}; nothing was committed, unless the
   *     connection was lost while the commit was on its way
   */
  public static <T extends @Nullable Object> T run(DataSource source, Work<T> work) {
    try (Connection connection = source.getConnection()) {
      return within(connection, work);
    } catch (SQLException e) {
      throw new DatabaseException("Database statement failed: " + e.getSQLState(), e);
    }
  }

  /**
   * Runs a single statement, which is a transaction of its own: two words less with the server.
   *
   * @throws DatabaseException as {@link #run}
   */
  public static <T extends @Nullable Object> T single(DataSource source, Work<T> statement) {
    try (Connection connection = source.getConnection()) {
      return statement.run(connection);
    } catch (SQLException e) {
      throw new DatabaseException("Database statement failed: " + e.getSQLState(), e);
    }
  }

  /** As {@link #run} for work without a result. */
  public static void execute(DataSource source, Action action) {
    Transactions.<@Nullable Void>run(
        source,
        connection -> {
          action.run(connection);
          return null;
        });
  }

  /**
   * As {@link #run}, done again when the server broke a deadlock; the work must not have side
   * effects outside the transaction.
   */
  public static <T> T retrying(DataSource source, Work<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return run(source, work);
      } catch (DatabaseException e) {
        if (attempt == DEADLOCK_ATTEMPTS || !isDeadlock(e)) {
          throw e;
        }
      }
    }
  }

  private static boolean isDeadlock(DatabaseException failure) {
    return failure.getCause() instanceof SQLException sql
        && (DEADLOCK.equals(sql.getSQLState()) || SERIALIZATION.equals(sql.getSQLState()));
  }

  private static <T extends @Nullable Object> T within(Connection connection, Work<T> work)
      throws SQLException {
    connection.setAutoCommit(false);
    try {
      T result = work.run(connection);
      connection.commit();
      connection.setAutoCommit(true);
      return result;
    } catch (Throwable failure) {
      rollback(connection, failure);
      throw failure;
    }
  }

  private static void rollback(Connection connection, Throwable failure) {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException lost) {
      failure.addSuppressed(lost);
    }
  }
}
