package dev.kontor.engine;

import dev.kontor.engine.config.ConnectorSchemas;
import dev.kontor.spi.ConnectorProvider;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The connectors in this build.
 *
 * @param providers by connector id
 */
public record Connectors(Map<String, ConnectorProvider> providers) {

  public Connectors {
    providers = Map.copyOf(providers);
  }

  /** All that the class path offers. */
  public static Connectors installed() {
    return new Connectors(
        ServiceLoader.load(ConnectorProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .collect(Collectors.toMap(p -> p.descriptor().id(), Function.identity())));
  }

  /** Their descriptors, as the configuration is checked against. */
  public ConnectorSchemas schemas() {
    return new ConnectorSchemas(
        providers.values().stream().map(ConnectorProvider::descriptor).toList());
  }
}
