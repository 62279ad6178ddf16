package dev.kontor.engine.backup;

/** A backup cannot be written, read or restored; nothing was changed unless the message says so. */
public final class BackupException extends RuntimeException {
  public BackupException(String message) {
    super(message);
  }

  public BackupException(String message, Throwable cause) {
    super(message, cause);
  }
}
