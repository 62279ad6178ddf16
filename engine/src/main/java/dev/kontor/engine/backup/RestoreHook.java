package dev.kontor.engine.backup;

import java.sql.Connection;
import java.sql.SQLException;

/** What another room must do once old data is back, such as setting its cursors back. */
public interface RestoreHook {
  /**
   * Runs after loading and migrating, in the transaction that adopts the database.
   *
   * @param backup tells since when the targets may know more than the database
   */
  void afterRestore(Connection connection, BackupManifest backup) throws SQLException;
}
