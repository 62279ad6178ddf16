package dev.kontor.engine.config;

import dev.kontor.spi.Descriptor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What is installed that configuration may name: connectors, shipped mappings and packs. */
public final class ConnectorSchemas {

  private final Map<String, Descriptor> connectors = new TreeMap<>();

  public ConnectorSchemas(Collection<Descriptor> connectors) {
    connectors.forEach(connector -> this.connectors.put(connector.id(), connector));
  }

  public Set<String> connectors() {
    return Set.copyOf(connectors.keySet());
  }

  public Optional<Descriptor> connector(String id) {
    return Optional.ofNullable(connectors.get(id));
  }

  /** Text of the shipped mapping with that id, e.g. {@code shopware/order.in}. */
  public Optional<String> mapping(String id) {
    return ShippedText.at("/mappings/" + id + ".yaml");
  }

  /** What a connector, or the hub itself, ships about errors; empty if nothing. */
  public Optional<String> problems(String id) {
    return ShippedText.at("/problems/" + id + ".json");
  }

  /** Text of the pack with that name. */
  public Optional<String> pack(String name) {
    return packs().contains(name) ? ShippedText.at("/packs/" + name + ".yaml") : Optional.empty();
  }

  /** Names of the packs in the build. */
  public List<String> packs() {
    return ShippedText.at("/packs/index")
        .map(text -> text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList())
        .orElse(List.of());
  }
}
