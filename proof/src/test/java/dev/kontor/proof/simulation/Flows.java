package dev.kontor.proof.simulation;

import dev.kontor.engine.config.Attribute;
import dev.kontor.engine.config.ConnectionConfig;
import dev.kontor.engine.config.ExportConditions;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.config.HubConfig;
import dev.kontor.engine.config.Owner;
import dev.kontor.engine.config.QuietHours;
import dev.kontor.engine.config.RetentionRule;
import dev.kontor.engine.config.Sharing;
import dev.kontor.engine.config.StockRule;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Settings;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Every kind of flow between one shop and one ERP. */
final class Flows {

  static final Duration POLL = Duration.ofSeconds(5);

  private Flows() {}

  /**
   * @param systems what they allow is set as each connection's limits
   */
  static HubConfig configuration(Systems systems) {
    return configuration(
        systems,
        List.of(
            flow("customers", FlowKind.CUSTOMERS, "shop", "erp", EntityType.CUSTOMER, "customer"),
            flow("orders", FlowKind.ORDERS, "shop", "erp", EntityType.ORDER, "order"),
            flow("reply", FlowKind.REPLY, "erp", "shop", EntityType.ORDER, "reply"),
            flow("stock", FlowKind.STOCK, "erp", "shop", EntityType.STOCK, "stock"),
            flow("articles", FlowKind.STATE, "erp", "shop", EntityType.PRODUCT, "article"),
            flow(
                "progress",
                FlowKind.PROGRESS,
                "erp",
                "shop",
                EntityType.ORDER_PROGRESS,
                "progress")));
  }

  /** Customers whom both systems have, and who register in the shop. */
  static HubConfig ofCustomers(Pair pair, Map<Attribute, Owner> owners) {
    FlowConfig.Source account = source("shop", "account");
    FlowConfig.Source debtor = source("erp", "debtor");
    return configuration(
        pair,
        List.of(
            flow("customers", FlowKind.CUSTOMERS, "shop", "erp", EntityType.CUSTOMER, "debtor"),
            shared("changes", account, debtor, new Sharing(true, null, owners, Map.of())),
            shared("terms", debtor, account, new Sharing(false, "changes", owners, Map.of()))));
  }

  private static FlowConfig.Source source(String connection, String what) {
    String mapping = "simulated-" + connection + "/" + what + ".in";
    return new FlowConfig.Source(connection, EntityType.CUSTOMER, mapping);
  }

  private static FlowConfig shared(
      String name, FlowConfig.Source from, FlowConfig.Source to, Sharing sharing) {
    String reading = Objects.requireNonNull(to.mapping());
    return new FlowConfig(
        name,
        FlowKind.SHARED,
        true,
        from,
        new FlowConfig.Target(
            to.connection(), to.entity(), reading.replace(".in", ".out"), reading),
        ExportConditions.ALWAYS,
        StockRule.PLAIN,
        sharing.registrations() ? "customers" : null,
        null,
        List.of(),
        POLL,
        Duration.ofDays(1),
        QuietHours.NONE,
        Set.of(),
        null,
        false,
        sharing,
        null);
  }

  private static HubConfig configuration(Pair pair, List<FlowConfig> flows) {
    return new HubConfig(
        null,
        Map.of(
            "shop", connection("shop", "simulated-shop", "S-", pair.toShop()),
            "erp", connection("erp", "simulated-erp", "", pair.toErp())),
        Map.of(),
        flows,
        Map.of(),
        RetentionRule.STANDARD);
  }

  private static ConnectionConfig connection(
      String name, String connector, String prefix, Traffic traffic) {
    return new ConnectionConfig(
        name,
        connector,
        new Settings(name, ModelJson.parse("{}")),
        ZoneId.of("Europe/Berlin"),
        prefix,
        traffic.limits(),
        World.LONGEST_CALL,
        World.SETTLE);
  }

  private static FlowConfig flow(
      String name, FlowKind kind, String from, String to, EntityType entity, String mapping) {
    boolean orders = kind == FlowKind.ORDERS;
    return new FlowConfig(
        name,
        kind,
        true,
        new FlowConfig.Source(from, entity, null),
        new FlowConfig.Target(to, entity, "simulated-" + to + "/" + mapping + ".out"),
        ExportConditions.ALWAYS,
        StockRule.PLAIN,
        orders ? "customers" : null,
        orders ? "reply" : null,
        POLL,
        Duration.ofDays(1));
  }
}
