package dev.kontor.engine.backup;

import dev.kontor.engine.db.Migrations;
import dev.kontor.engine.db.TimeStore;
import dev.kontor.engine.db.Transactions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;

/**
 * Writes and restores backups. Data and keys are two files: of the keys only the newest may be
 * kept, else an old copy would bring back what erasure has made unreadable. The master key is in
 * neither.
 */
public final class Backup {
  private static final String DATA = "public";
  private static final String KEYS = "vault";
  private final DataSource source;

  public Backup(DataSource source) {
    this.source = source;
  }

  /**
   * The result of a restore.
   *
   * @param unreadable payloads whose key is not in the keys file: erased since, or newer
   */
  public record Restored(BackupManifest manifest, InstallationState state, long unreadable) {}

  /** Both files, of one snapshot; replaced whole or not at all, readable by this user only. */
  public BackupManifest write(Path data, Path keys) {
    String version = Migrations.version(source);
    return Transactions.run(
        source,
        connection -> {
          connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
          Instant at = TimeStore.now(connection);
          InstallationState state =
              InstallationStore.read(connection)
                  .orElseThrow(() -> new BackupException("Nothing to back up: never started"));
          BackupManifest frame =
              new BackupManifest(
                  BackupManifest.FORMAT,
                  UUID.randomUUID().toString(),
                  at,
                  state.id(),
                  state.epoch(),
                  version,
                  SnapshotStore.serverVersion(connection),
                  List.of(),
                  List.of());
          write(connection, KEYS, frame, keys);
          return write(connection, DATA, frame, data);
        });
  }

  /**
   * Puts a backup back; the database is then in doubt since the backup's time, of a new epoch, and
   * belongs to the given installation.
   *
   * @param keys the newest keys file there is, not the one of the backup's day
   * @param replace whether a database that holds messages may be emptied
   * @throws BackupException before anything is changed, if a file is damaged or the database is in
   *     use
   */
  public Restored restore(
      Path data, Path keys, boolean replace, Installation installation, List<RestoreHook> hooks) {
    BackupManifest manifest = BackupFile.verify(data);
    BackupManifest keyring = BackupFile.verify(keys);
    if (!manifest.installation().equals(keyring.installation())) {
      throw new BackupException(keys + " holds the keys of another installation than " + data);
    }
    Transactions.execute(source, connection -> empty(connection, replace));
    Migrations.migrateTo(source, manifest.schemaVersion());
    Transactions.execute(source, connection -> load(connection, data, manifest));
    Migrations.migrate(source);
    Transactions.execute(source, connection -> loadKeys(connection, keys, keyring));
    Transactions.execute(
        source,
        connection -> {
          for (RestoreHook hook : hooks) {
            hook.afterRestore(connection, manifest);
          }
        });
    InstallationState state = installation.adopt(manifest.at());
    long unreadable = Transactions.run(source, SnapshotStore::unreadablePayloads);
    return new Restored(manifest, state, unreadable);
  }

  private static BackupManifest write(
      Connection connection, String schema, BackupManifest frame, Path file) throws SQLException {
    try {
      Path draft = BackupFile.draftOf(file);
      try {
        BackupManifest manifest = fill(connection, schema, frame, draft);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        return manifest;
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new BackupException(file + " cannot be written; is the disk full?", e);
    }
  }

  private static BackupManifest fill(
      Connection connection, String schema, BackupManifest frame, Path draft)
      throws IOException, SQLException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(draft))) {
      BackupManifest manifest =
          new BackupManifest(
              frame.format(),
              frame.id(),
              frame.at(),
              frame.installation(),
              frame.epoch(),
              frame.schemaVersion(),
              frame.postgres(),
              BackupFile.writeTables(connection, SnapshotStore.tables(connection, schema), zip),
              SnapshotStore.sequences(connection, schema));
      BackupFile.writeManifest(manifest, zip);
      return manifest;
    }
  }

  private static void empty(Connection connection, boolean replace) throws SQLException {
    for (SnapshotStore.Table table : SnapshotStore.tables(connection, DATA)) {
      boolean ours = !table.name().equals("installation");
      if (!replace && ours && SnapshotStore.hasRows(connection, table)) {
        throw new BackupException(
            "The database is not empty ("
                + table.name()
                + " has rows); back it up first, then restore with --replace");
      }
    }
    SnapshotStore.dropSchemas(connection);
  }

  private static void load(Connection connection, Path data, BackupManifest manifest)
      throws SQLException {
    try {
      BackupFile.load(connection, data, manifest);
      InstallationStore.restoredFrom(connection, manifest.id(), manifest.at());
    } catch (IOException e) {
      throw new BackupException(data + " cannot be read; the database is empty now", e);
    }
  }

  private static void loadKeys(Connection connection, Path keys, BackupManifest keyring)
      throws SQLException {
    try {
      SnapshotStore.deferConstraints(connection);
      BackupFile.load(connection, keys, keyring);
      SnapshotStore.registerMasters(connection);
    } catch (IOException e) {
      throw new BackupException(keys + " cannot be read; the database has no keys now", e);
    }
  }
}
