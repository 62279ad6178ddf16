package dev.kontor.app.hub;

import dev.kontor.engine.audit.HeadFile;
import dev.kontor.engine.audit.Sealer;
import dev.kontor.engine.audit.SigningKey;
import dev.kontor.engine.db.Database;
import dev.kontor.engine.db.DatabaseSettings;
import dev.kontor.engine.db.PrivateFiles;
import dev.kontor.engine.privacy.KeyRotation;
import dev.kontor.engine.vault.MasterKeys;
import dev.kontor.engine.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** An installation's database and vault, opened. */
public record Records(Path home, Database database, Vault vault) implements AutoCloseable {

  /**
   * Starts or reaches the database; a running hub's embedded one is shared.
   *
   * @param environment may name another database and the master key
   */
  public static Records open(Path home, Map<String, String> environment) {
    try {
      PrivateFiles.createDirectories(home);
    } catch (IOException e) {
      throw new UncheckedIOException("The home " + home + " cannot be created", e);
    }
    Database database = Database.open(DatabaseSettings.from(environment, home));
    try {
      Vault vault =
          Vault.open(
              database.general(),
              MasterKeys.load(environment, masterKey(home)),
              InstantSource.system());
      return new Records(home, database, vault);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static Path masterKey(Path home) {
    return home.resolve("master.key");
  }

  /**
   * What replaces the master key of this installation.
   *
   * @param environment may name the master key
   */
  public KeyRotation rotation(Map<String, String> environment) {
    return new KeyRotation(
        database.general(), environment, masterKey(home), InstantSource.system());
  }

  /** What tells this installation from a copy of its database. */
  public Path identity() {
    return identity(home);
  }

  /** Where the installation of that home has it, if there is one. */
  public static Path identity(Path home) {
    return home.resolve("installation.json");
  }

  /** Seals the record and exports its head, so that it can be verified before a hub runs. */
  public void seal() {
    new Sealer(database.general(), SigningKey.of(vault), new HeadFile(home), InstantSource.system())
        .seal();
  }

  @Override
  public void close() {
    database.close();
  }
}
