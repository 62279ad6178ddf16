package dev.kontor.engine.db;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Set;

/** The database could not be started, reached or used; the message says what a person can do. */
public final class DatabaseException extends RuntimeException {

  /** Classes of SQLSTATE: connection exception, operator intervention. */
  private static final Set<String> AWAY = Set.of("08", "57P");

  private static final String FOREIGN_KEY = "23503";

  public DatabaseException(String message) {
    super(message);
  }

  public DatabaseException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Whether the server was away, rather than refusing what was asked of it. */
  public boolean isOutage() {
    return getCause() instanceof SQLException failure
        && (failure instanceof SQLTransientConnectionException
            || AWAY.stream().anyMatch(Objects.toString(failure.getSQLState(), "")::startsWith));
  }

  /** Whether a row was refused because what it refers to is not there, or still referred to. */
  public boolean refersToNothing() {
    return getCause() instanceof SQLException failure && FOREIGN_KEY.equals(failure.getSQLState());
  }
}
