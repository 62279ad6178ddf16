package dev.kontor.proof.simulation;

import dev.kontor.engine.config.ConnectionConfig;
import dev.kontor.engine.config.ExportConditions;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.config.HubConfig;
import dev.kontor.engine.config.RetentionRule;
import dev.kontor.engine.config.StockRule;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Settings;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Every kind of flow between one shop and one ERP. */
final class Flows {

  static final Duration POLL = Duration.ofSeconds(5);

  private Flows() {}

  /**
   * @param systems what they allow is set as each connection's limits
   */
  static HubConfig configuration(Systems systems) {
    return new HubConfig(
        null,
        Map.of(
            "shop", connection("shop", "simulated-shop", "S-", systems.toShop()),
            "erp", connection("erp", "simulated-erp", "", systems.toErp())),
        Map.of(),
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
                "progress")),
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
