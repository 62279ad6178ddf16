package dev.kontor.engine.config;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The whole configuration of one installation after loading, checking and resolving secrets.
 *
 * @param publicUrl where connected systems reach the doors; null if no notices are wanted
 * @param connections by name
 * @param tables value tables by name
 * @param flows every flow of every pack in use, disabled ones included
 * @param overlays mapping overlays by the id of the mapping they change, in order of application
 * @param retention how long what is kept
 */
public record HubConfig(
    @Nullable URI publicUrl,
    Map<String, ConnectionConfig> connections,
    Map<String, ValueTable> tables,
    List<FlowConfig> flows,
    Map<String, List<String>> overlays,
    RetentionRule retention) {

  public HubConfig {
    connections = Map.copyOf(connections);
    tables = Map.copyOf(tables);
    flows = List.copyOf(flows);
    overlays = Map.copyOf(overlays);
  }
}
