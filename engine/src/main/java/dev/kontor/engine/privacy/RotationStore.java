package dev.kontor.engine.privacy;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;

/** Sees to it that one rotation runs at a time. */
final class RotationStore {

  private static final long LOCK = 0x6b6f6e746f720005L;

  private static final String ELECT = "select pg_try_advisory_xact_lock(?) as elected";

  private RotationStore() {}

  /** Whether this transaction is the rotation; the lock goes with it. */
  static boolean elected(Connection connection) throws SQLException {
    return Jdbc.query(connection, ELECT, row -> row.getBoolean("elected"), LOCK).getFirst();
  }
}
