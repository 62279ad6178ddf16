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
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
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
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A running hub between two simulated shops and one simulated ERP. */
final class TwoShops implements AutoCloseable {

  /** Long enough that no lost answer settles by itself while a test acts. */
  private static final Duration LEASE = Duration.ofSeconds(20);

  final SimulatedShop shop = new SimulatedShop();
  final SimulatedShop other = new SimulatedShop();
  final SimulatedErp erp = new SimulatedErp();
  final Database database = Database.forTests("Pacific/Chatham");
  final DatabaseClock clock = new DatabaseClock(database.general());
  final Hub hub;

  TwoShops(Path home) {
    Vault vault =
        Vault.open(
            database.general(),
            MasterKeys.load(Map.of(), home.resolve("master.key")),
            InstantSource.system());
    hub =
        new Hub(
            configuration(),
            new Connectors(Map.of("simshop", shop, "simother", other, "simerp", erp)),
            database,
            vault,
            new HubSettings(home, LEASE, Machinery.system()));
    hub.start();
  }

  private static HubConfig configuration() {
    return new HubConfig(
        null,
        Map.of(
            "shop", connection("shop", "simshop", "S-"),
            "other", connection("other", "simother", "O-"),
            "erp", connection("erp", "simerp", "")),
        Map.of(),
        Stream.concat(flows("shop").stream(), flows("other").stream()).toList(),
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

  private static List<FlowConfig> flows(String shop) {
    return List.of(
        flow(shop, FlowKind.CUSTOMERS, shop, "erp", EntityType.CUSTOMER, "simerp/customer.out"),
        flow(shop, FlowKind.ORDERS, shop, "erp", EntityType.ORDER, "simerp/order.out"),
        flow(shop, FlowKind.REPLY, "erp", shop, EntityType.ORDER, "simshop/reply.out"),
        flow(shop, FlowKind.STOCK, "erp", shop, EntityType.STOCK, "simshop/stock.out"));
  }

  private static FlowConfig flow(
      String shop, FlowKind kind, String from, String to, EntityType entity, String mapping) {
    boolean orders = kind == FlowKind.ORDERS;
    @Nullable String customers = orders ? shop + " " + FlowKind.CUSTOMERS : null;
    @Nullable String reply = orders ? shop + " " + FlowKind.REPLY : null;
    return new FlowConfig(
        shop + " " + kind,
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

  /** The newest such event of the order with that number. */
  Optional<DeskStore.Entry> event(String number, String event) {
    return hub.desk().byNumber(number).stream()
        .filter(e -> number.equals(e.number()) && e.event().equals(event))
        .reduce((a, b) -> b);
  }

  DeskStore.Entry await(String number, String event, String state) {
    Await.until(
        () -> number + " " + event + " not " + state + ": " + hub.desk().byNumber(number),
        SimulatedHub.PATIENCE,
        () -> event(number, event).filter(e -> e.state().equals(state)).isPresent());
    return event(number, event).orElseThrow();
  }

  long number(String sql) {
    return Transactions.run(database.general(), c -> Jdbc.query(c, sql, row -> row.getLong(1)))
        .getFirst();
  }

  @Override
  public void close() {
    hub.close();
  }
}
