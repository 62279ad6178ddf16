package dev.kontor.bench.console;

import dev.kontor.engine.Connectors;
import dev.kontor.engine.Hub;
import dev.kontor.engine.HubSettings;
import dev.kontor.engine.Machinery;
import dev.kontor.engine.config.ConfigLoader;
import dev.kontor.engine.db.Database;
import dev.kontor.engine.db.DatabaseSettings;
import dev.kontor.engine.vault.MasterKeys;
import dev.kontor.engine.vault.Vault;
import java.nio.file.Path;
import java.util.Map;

/** A hub on its own database, with nothing running but what it is asked. */
final class ConsoleHub implements AutoCloseable {

  private final Database database;
  private final Vault vault;
  private final Hub hub;

  /**
   * @param home with its configuration {@code kontor.yaml}
   */
  ConsoleHub(Path home) {
    this.database = Database.open(new DatabaseSettings.Embedded(home.resolve("database")));
    this.vault =
        Vault.open(
            database.general(),
            MasterKeys.load(Map.of(), home.resolve("master.key")),
            Machinery.system().clock());
    Connectors connectors = Connectors.installed();
    this.hub =
        new Hub(
            ConfigLoader.load(home.resolve("kontor.yaml"), Map.of(), connectors.schemas()),
            connectors,
            database,
            vault,
            HubSettings.standard(home));
    hub.open();
  }

  Database database() {
    return database;
  }

  Vault vault() {
    return vault;
  }

  Hub hub() {
    return hub;
  }

  @Override
  public void close() {
    hub.close();
  }
}
