package dev.kontor.engine.simulated;

import dev.kontor.engine.Await;
import dev.kontor.engine.Connectors;
import dev.kontor.engine.DatabaseClock;
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
import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.engine.vault.MasterKeys;
import dev.kontor.engine.vault.Vault;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A running hub between a simulated shop and a simulated ERP. */
final class SimulatedHub implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofMinutes(1);

  final SimulatedShop shop = new SimulatedShop();
  final SimulatedErp erp = new SimulatedErp();
  final DatabaseClock clock;
  final Hub hub;

  SimulatedHub(Path home) {
    Database database = Database.forTests("Pacific/Chatham");
    clock = new DatabaseClock(database.general());
    Vault vault =
        Vault.open(
            database.general(),
            MasterKeys.load(Map.of(), home.resolve("master.key")),
            InstantSource.system());
    hub =
        new Hub(
            configuration(),
            new Connectors(Map.of("simshop", shop, "simerp", erp)),
            database,
            vault,
            new HubSettings(home, Duration.ofSeconds(2), Machinery.system()));
    hub.start();
  }

  private static HubConfig configuration() {
    return new HubConfig(
        null,
        Map.of("shop", connection("shop", "simshop", "S-"), "erp", connection("erp", "simerp", "")),
        Map.of(),
        List.of(
            flow(
                "customers",
                FlowKind.CUSTOMERS,
                "shop",
                "erp",
                EntityType.CUSTOMER,
                "simerp/customer.out"),
            flow("orders", FlowKind.ORDERS, "shop", "erp", EntityType.ORDER, "simerp/order.out"),
            flow("reply", FlowKind.REPLY, "erp", "shop", EntityType.ORDER, "simshop/reply.out"),
            flow("stock", FlowKind.STOCK, "erp", "shop", EntityType.STOCK, "simshop/stock.out")),
        Map.of(),
        RetentionRule.STANDARD);
  }

  private static ConnectionConfig connection(String name, String connector, String prefix) {
    return new ConnectionConfig(
        name,
        connector,
        new Settings(name, ModelJson.parse("{}")),
        ZoneId.of("Europe/Berlin"),
        prefix,
        Map.of(),
        Duration.ofMillis(200),
        Duration.ofMillis(500));
  }

  private static FlowConfig flow(
      String name, FlowKind kind, String from, String to, EntityType entity, String mapping) {
    boolean orders = kind == FlowKind.ORDERS;
    @Nullable String customers = orders ? "customers" : null;
    @Nullable String reply = orders ? "reply" : null;
    return new FlowConfig(
        name,
        kind,
        true,
        new FlowConfig.Source(from, entity, null),
        new FlowConfig.Target(to, entity, mapping),
        ExportConditions.ALWAYS,
        StockRule.PLAIN,
        customers,
        reply,
        Duration.ofMillis(200),
        Duration.ofDays(1));
  }

  /** Messages of a flow in a state. */
  long count(String flow, String state) {
    return hub.desk().counts().stream()
        .filter(c -> c.flow().equals(flow) && c.state().equals(state))
        .mapToLong(DeskStore.Count::count)
        .sum();
  }

  /** The newest event of the order with that number. */
  DeskStore.Entry event(String number) {
    return hub.desk().byNumber(number).stream()
        .filter(e -> number.equals(e.number()) && e.flow().equals("orders"))
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  boolean has(String number, String state) {
    return hub.desk().byNumber(number).stream()
        .anyMatch(
            e -> e.flow().equals("orders") && number.equals(e.number()) && e.state().equals(state));
  }

  void awaitState(String number, String state) {
    Await.until(
        () -> number + " in " + hub.desk().byNumber(number) + hub.desk().open(5),
        PATIENCE,
        () -> has(number, state));
  }

  /** Nothing is left to do, and nothing is dead. */
  void awaitQuiet() {
    Await.until(
        () -> "still open: " + hub.desk().open(10) + hub.desk().counts(),
        PATIENCE,
        () -> hub.desk().counts().stream().allMatch(c -> isFinished(c.state())));
  }

  private static boolean isFinished(String state) {
    return List.of("done", "skipped", "discarded").contains(state);
  }

  @Override
  public void close() {
    hub.close();
  }
}
