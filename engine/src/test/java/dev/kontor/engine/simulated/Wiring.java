package dev.kontor.engine.simulated;

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
import dev.kontor.engine.vault.MasterKeys;
import dev.kontor.engine.vault.Vault;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.ConnectorProvider;
import dev.kontor.spi.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a hub is set up between simulated systems; each has a connection of its connector's name. */
final class Wiring {

  private static final String ERP = "erp";

  private Wiring() {}

  /**
   * Starts a hub.
   *
   * @param prefixes of references, by connection
   */
  static Hub start(
      Path home,
      Database database,
      Duration lease,
      Map<String, ConnectorProvider> systems,
      Map<String, String> prefixes,
      List<FlowConfig> flows) {
    Hub hub =
        new Hub(
            config(prefixes, flows),
            new Connectors(systems),
            database,
            vault(home, database),
            new HubSettings(home, lease, Machinery.system()));
    hub.start();
    return hub;
  }

  static HubConfig config(Map<String, String> prefixes, List<FlowConfig> flows) {
    Map<String, ConnectionConfig> connections = new LinkedHashMap<>();
    prefixes.forEach((name, prefix) -> connections.put(name, connection(name, prefix)));
    return new HubConfig(null, connections, Map.of(), flows, Map.of(), RetentionRule.STANDARD);
  }

  static Vault vault(Path home, Database database) {
    return Vault.open(
        database.general(),
        MasterKeys.load(Map.of(), home.resolve("master.key")),
        InstantSource.system());
  }

  private static ConnectionConfig connection(String name, String prefix) {
    return new ConnectionConfig(
        name,
        name,
        new Settings(name, ModelJson.parse("{}")),
        ZoneId.of("Europe/Berlin"),
        prefix,
        Map.of(),
        Duration.ofMillis(200),
        Duration.ofMillis(500));
  }

  /**
   * All flows between a shop and the ERP.
   *
   * @param prefix of their names
   */
  static List<FlowConfig> flows(String shop, String prefix) {
    String customers = prefix + "customers";
    String reply = prefix + "reply";
    return List.of(
        flow(customers, FlowKind.CUSTOMERS, shop, ERP, EntityType.CUSTOMER, null, null),
        flow(prefix + "orders", FlowKind.ORDERS, shop, ERP, EntityType.ORDER, customers, reply),
        flow(reply, FlowKind.REPLY, ERP, shop, EntityType.ORDER, null, null),
        flow(prefix + "stock", FlowKind.STOCK, ERP, shop, EntityType.STOCK, null, null),
        flow(prefix + "products", FlowKind.STATE, ERP, shop, EntityType.PRODUCT, null, null),
        flow(
            prefix + "progress",
            FlowKind.PROGRESS,
            ERP,
            shop,
            EntityType.ORDER_PROGRESS,
            null,
            null));
  }

  private static FlowConfig flow(
      String name,
      FlowKind kind,
      String from,
      String to,
      EntityType entity,
      @Nullable String customers,
      @Nullable String reply) {
    return new FlowConfig(
        name,
        kind,
        true,
        new FlowConfig.Source(from, entity, null),
        new FlowConfig.Target(to, entity, mapping(kind)),
        ExportConditions.ALWAYS,
        StockRule.PLAIN,
        customers,
        reply,
        Duration.ofMillis(200),
        Duration.ofDays(1));
  }

  private static String mapping(FlowKind kind) {
    return switch (kind) {
      case ORDERS -> "simerp/order.out";
      case CUSTOMERS, SHARED -> "simerp/customer.out";
      case REPLY -> "simshop/reply.out";
      case REFUNDS -> "simerp/refund.out";
      case PAYMENTS -> "simerp/payment.out";
      case SHIPMENTS -> "simerp/shipment.out";
      case INVOICES -> "simerp/invoice.out";
      case STOCK -> "simshop/stock.out";
      case STATE -> "simshop/product.out";
      case PROGRESS -> "simshop/progress.out";
    };
  }
}
