package dev.kontor.engine;

import dev.kontor.engine.budget.Breaker;
import dev.kontor.engine.budget.Budgets;
import dev.kontor.engine.budget.GatedHttp;
import dev.kontor.engine.budget.Parking;
import dev.kontor.engine.config.ConnectionConfig;
import dev.kontor.engine.config.HubConfig;
import dev.kontor.engine.config.PublicSettings;
import dev.kontor.engine.flow.Limits;
import dev.kontor.engine.flow.Link;
import dev.kontor.engine.http.Transport;
import dev.kontor.engine.observe.Watch;
import dev.kontor.spi.ConnectorProvider;
import dev.kontor.spi.Descriptor;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Http;
import dev.kontor.spi.Toolbox;
import dev.kontor.spi.WindowsUser;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** The live connections of a configuration. */
public final class Links implements AutoCloseable {

  private final Transport transport;
  private final Map<String, Link> links = new HashMap<>();

  private final Budgets budgets;
  private final Watch watch;

  /**
   * @param budgets what the connections may be asked for
   */
  public Links(
      HubConfig config, Connectors connectors, Machinery machinery, Budgets budgets, Watch watch) {
    this.transport = machinery.network().get();
    this.budgets = budgets;
    this.watch = watch;
    try {
      // In the same order in every process: what is asked in that order can be replayed.
      config.connections().values().stream()
          .sorted(Comparator.comparing(ConnectionConfig::name))
          .forEach(c -> links.put(c.name(), link(c, connectors, machinery)));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private Link link(ConnectionConfig config, Connectors connectors, Machinery machinery) {
    ConnectorProvider provider =
        Objects.requireNonNull(connectors.providers().get(config.connector()));
    Descriptor descriptor = provider.descriptor();
    Limits limits = Limits.of(config, descriptor);
    GatedHttp http =
        new GatedHttp(
            transport,
            config.name(),
            config.longestCall(),
            budgets.gate(config.name(), limits.concurrent(), limits.perFiveMinutes()),
            new Breaker(machinery.nanoTime()),
            watch);
    Toolbox toolbox = new Tools(http, machinery.clock(), machinery.parking());
    return new Link(
        config,
        descriptor,
        provider.connect(config.settings(), toolbox),
        http,
        PublicSettings.of(config, descriptor));
  }

  private record Tools(GatedHttp http, InstantSource clock, Parking parking) implements Toolbox {
    @Override
    public void pause(Duration time) {
      try {
        parking.await(new CompletableFuture<>(), time);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new FaultException(new Fault.Unavailable("the hub stops"));
      }
    }

    @Override
    public Http http(WindowsUser user) {
      return http.signedInBy(user);
    }
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
    transport.close();
  }
}
