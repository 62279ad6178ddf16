package dev.kontor.engine;

import dev.kontor.engine.budget.Breaker;
import dev.kontor.engine.budget.GatedHttp;
import dev.kontor.engine.config.ConnectionConfig;
import dev.kontor.engine.config.HubConfig;
import dev.kontor.engine.config.PublicSettings;
import dev.kontor.engine.flow.Link;
import dev.kontor.spi.ConnectorProvider;
import dev.kontor.spi.Descriptor;
import dev.kontor.spi.Http;
import dev.kontor.spi.Limit;
import dev.kontor.spi.Toolbox;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The live connections of a configuration. */
public final class Links implements AutoCloseable {

  private static final int CONCURRENT_UNLESS_SAID = 8;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final Map<String, Link> links = new HashMap<>();

  public Links(HubConfig config, Connectors connectors, Machinery machinery) {
    config.connections().values().forEach(c -> links.put(c.name(), link(c, connectors, machinery)));
  }

  private Link link(ConnectionConfig config, Connectors connectors, Machinery machinery) {
    ConnectorProvider provider =
        Objects.requireNonNull(connectors.providers().get(config.connector()));
    Descriptor descriptor = provider.descriptor();
    Duration longestCall =
        config.longestCall() == null ? descriptor.longestCall() : config.longestCall();
    GatedHttp http =
        new GatedHttp(
            client,
            config.name(),
            longestCall,
            (int) limit(config, descriptor, Limit.CONCURRENT_REQUESTS, CONCURRENT_UNLESS_SAID),
            limit(config, descriptor, Limit.REQUESTS_PER_FIVE_MINUTES, 0));
    Toolbox toolbox = new Tools(http, machinery.clock());
    return new Link(
        config,
        descriptor,
        provider.connect(config.settings(), toolbox),
        http,
        new Breaker(machinery.nanoTime()),
        PublicSettings.of(config, descriptor));
  }

  private record Tools(Http http, InstantSource clock) implements Toolbox {}

  private static long limit(
      ConnectionConfig config, Descriptor descriptor, String name, long otherwise) {
    return config
        .limits()
        .getOrDefault(
            name,
            descriptor.limits().stream()
                .filter(l -> l.name().equals(name))
                .map(Limit::value)
                .findFirst()
                .orElse(otherwise));
  }

  public Map<String, Link> all() {
    return Map.copyOf(links);
  }

  Link get(String name) {
    return Objects.requireNonNull(links.get(name), name);
  }

  @Override
  public void close() {
    links.values().forEach(l -> l.connector().close());
    client.close();
  }
}
