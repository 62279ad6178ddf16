package dev.kontor.engine.db;

/** The database could not be started, reached or used; the message says what a person can do. */
public final class DatabaseException extends RuntimeException {
  public DatabaseException(String message) {
    super(message);
  }

  public DatabaseException(String message, Throwable cause) {
    super(message, cause);
  }
}
