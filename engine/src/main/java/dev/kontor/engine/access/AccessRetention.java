package dev.kontor.engine.access;

import java.sql.Connection;
import java.sql.SQLException;

/** Takes away what of signing in is over; runs in the caller's transaction. */
public final class AccessRetention {

  private AccessRetention() {}

  /** Ended sessions, failed sign-ins that count no longer, links that open nothing any more. */
  public static void sweep(Connection connection) throws SQLException {
    SessionStore.sweep(connection);
    TriesStore.sweep(connection);
    OneTimeKeyStore.sweep(connection);
  }
}
