package dev.kontor.spi;

import java.util.Map;

/** The entry point of a connector, found by {@link java.util.ServiceLoader}. */
public interface ConnectorProvider {

  /** What the connector is and can do; the same answer every time, without touching the network. */
  Descriptor descriptor();

  /**
   * A connector for one configured system. Must not touch the network: {@link Connector#check()}
   * and the roles do.
   *
   * @throws FaultException {@link Fault.Misconfigured} naming the setting
   */
  Connector connect(Settings settings, Toolbox toolbox);

  /** Pure functions the shipped mappings call, by name without prefix. */
  default Map<String, MappingFunction> functions() {
    return Map.of();
  }
}
