package dev.kontor.engine.flow;

import dev.kontor.engine.budget.Breaker;
import dev.kontor.engine.budget.GatedHttp;
import dev.kontor.engine.config.ConnectionConfig;
import dev.kontor.engine.discretion.DiscreetReader;
import dev.kontor.engine.discretion.DiscreetWriter;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Descriptor;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Writer;
import java.time.Duration;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A live connection: its connector and what the engine keeps about it.
 *
 * @param visible settings that mappings may see, without secrets
 */
public record Link(
    ConnectionConfig config,
    Descriptor descriptor,
    Connector connector,
    GatedHttp http,
    JsonNode visible) {

  private static final Set<EntityType> ABOUT_GOODS =
      Set.of(EntityType.PRODUCT, EntityType.PRICE, EntityType.STOCK);

  public String name() {
    return config.name();
  }

  public Breaker breaker() {
    return http.breaker();
  }

  /**
   * @throws FaultException {@link Fault.Unsupported} if the connector cannot read that type
   */
  public Reader reader(EntityType type) {
    return connector
        .reader(type)
        .<Reader>map(DiscreetReader::new)
        .orElseThrow(() -> unsupported("cannot read documents of type " + type.key()));
  }

  /**
   * @throws FaultException {@link Fault.Unsupported} if the connector cannot write that type
   */
  public Writer writer(EntityType type) {
    return connector
        .writer(type)
        .<Writer>map(writer -> ABOUT_GOODS.contains(type) ? writer : new DiscreetWriter(writer))
        .orElseThrow(() -> unsupported("cannot write documents of type " + type.key()));
  }

  /** How long after sending a call may still take effect. */
  public Duration uncertainty() {
    return config.longestCall().plus(config.settle());
  }

  /** The limits kept towards this system. */
  public Limits limits() {
    return Limits.of(config, descriptor);
  }

  private FaultException unsupported(String what) {
    return new FaultException(
        new Fault.Unsupported(name() + " (" + descriptor.title() + ") " + what));
  }
}
