package dev.kontor.bench.catalog;

import dev.kontor.bench.hub.HubStore;
import dev.kontor.engine.Connectors;
import dev.kontor.engine.Hub;
import dev.kontor.engine.HubSettings;
import dev.kontor.engine.Machinery;
import dev.kontor.engine.config.ConnectionConfig;
import dev.kontor.engine.config.ExportConditions;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.config.HubConfig;
import dev.kontor.engine.config.RetentionRule;
import dev.kontor.engine.config.StockRule;
import dev.kontor.engine.db.Database;
import dev.kontor.engine.db.DatabaseSettings;
import dev.kontor.engine.vault.MasterKeys;
import dev.kontor.engine.vault.Vault;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A hub whose only flow reads the catalogue; it polls when it is told to and delivers nothing. */
final class CatalogHub implements AutoCloseable {

  private static final String SOURCE = "catalogue";
  private static final String FLOW = "stock";

  private final Hub hub;
  private final HubStore store;

  CatalogHub(Path home, Items items) {
    Database database = Database.open(new DatabaseSettings.Embedded(home.resolve("database")));
    this.store = new HubStore(database.general());
    Vault vault =
        Vault.open(
            database.general(),
            MasterKeys.load(Map.of(), home.resolve("master.key")),
            Machinery.system().clock());
    Connectors connectors = new Connectors(Map.of(CatalogSource.ID, new CatalogSource(items)));
    this.hub = new Hub(configuration(), connectors, database, vault, HubSettings.standard(home));
    hub.open();
  }

  private static HubConfig configuration() {
    FlowConfig flow =
        new FlowConfig(
            FLOW,
            FlowKind.STOCK,
            true,
            new FlowConfig.Source(SOURCE, EntityType.STOCK, null),
            new FlowConfig.Target(SOURCE, EntityType.STOCK, "bench-catalog/stock.out"),
            ExportConditions.ALWAYS,
            StockRule.PLAIN,
            null,
            null,
            Duration.ofHours(1),
            Duration.ofDays(3));
    ConnectionConfig connection =
        new ConnectionConfig(
            SOURCE,
            CatalogSource.ID,
            new Settings(SOURCE, ModelJson.parse("{}")),
            ZoneId.of("Europe/Berlin"),
            "",
            Map.of(),
            Duration.ofSeconds(10),
            Duration.ZERO);
    return new HubConfig(
        null,
        Map.of(SOURCE, connection),
        Map.of(),
        List.of(flow),
        Map.of(),
        RetentionRule.STANDARD);
  }

  HubStore store() {
    return store;
  }

  /** Reads the catalogue once from end to end. */
  void poll() {
    hub.steps().poll(Objects.requireNonNull(hub.flows().get(FLOW)));
  }

  @Override
  public void close() {
    hub.close();
  }
}
