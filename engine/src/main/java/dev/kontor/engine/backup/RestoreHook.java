package dev.kontor.engine.backup;

import java.sql.Connection;
import java.sql.SQLException;

/** What another room must do once old data is back, such as setting its cursors back. */
public interface RestoreHook {
  /**
   * Runs after loading and migrating, in one transaction with the other hooks and before the
   * database is adopted: if it fails, the hub will not start on this database.
   *
   * @param backup tells since when the targets may know more than the database
   */
  void afterRestore(Connection connection, BackupManifest backup) throws SQLException;
}
