package dev.kontor.engine.setup;

import dev.kontor.engine.Connectors;
import dev.kontor.engine.Links;
import dev.kontor.engine.Machinery;
import dev.kontor.engine.budget.Budgets;
import dev.kontor.engine.config.ConnectionConfig;
import dev.kontor.engine.config.HubConfig;
import dev.kontor.engine.desk.ConnectionPages;
import dev.kontor.engine.flow.Link;
import dev.kontor.engine.observe.Watch;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Asks the system of one connection of a configuration that no hub runs by. */
final class ConnectionTrial {

  private ConnectionTrial() {}

  /** Only reads; takes as long as the system does to answer. */
  static ConnectionPages.Checked of(HubConfig config, String name, Connectors connectors) {
    ConnectionConfig tried = Objects.requireNonNull(config.connections().get(name));
    HubConfig alone =
        new HubConfig(
            config.publicUrl(),
            Map.of(name, tried),
            config.tables(),
            List.of(),
            Map.of(),
            config.retention());
    try (Budgets budgets = Budgets.alone();
        Links links = new Links(alone, connectors, Machinery.system(), budgets, Watch.NONE)) {
      Link link = Objects.requireNonNull(links.all().get(name));
      return ConnectionPages.check(link, config.connections().keySet());
    }
  }
}
