package dev.kontor.engine.config;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * @param fourEyes whether decisions about orders and their money need a second person
 * @param administration how people reach the administration
 */
public record HubConfig(
    @Nullable URI publicUrl,
    Map<String, ConnectionConfig> connections,
    Map<String, ValueTable> tables,
    List<FlowConfig> flows,
    Map<String, List<String>> overlays,
    RetentionRule retention,
    boolean fourEyes,
    AdministrationConfig administration) {

  /** Administered from this machine only, by whom one decision is enough. */
  public HubConfig(
      @Nullable URI publicUrl,
      Map<String, ConnectionConfig> connections,
      Map<String, ValueTable> tables,
      List<FlowConfig> flows,
      Map<String, List<String>> overlays,
      RetentionRule retention) {
    this(
        publicUrl,
        connections,
        tables,
        flows,
        overlays,
        retention,
        false,
        AdministrationConfig.STANDARD);
  }

  public HubConfig {
    connections = Map.copyOf(connections);
    tables = Map.copyOf(tables);
    flows = List.copyOf(flows);
    overlays = Map.copyOf(overlays);
  }

  /**
   * The flows that enter orders of the same shop in another company, switched on or not; an order
   * is for one of them only. What is rehearsed enters none.
   */
  public List<FlowConfig> rivals(FlowConfig flow) {
    if (flow.kind() != FlowKind.ORDERS || flow.dryRun()) {
      return List.of();
    }
    String system = system(flow);
    return flows.stream()
        .filter(other -> other.kind() == FlowKind.ORDERS && !other.dryRun())
        .filter(other -> other.from().connection().equals(flow.from().connection()))
        .filter(other -> !other.to().connection().equals(flow.to().connection()))
        .filter(other -> system(other).equals(system))
        .toList();
  }

  private String system(FlowConfig flow) {
    return Objects.requireNonNull(connections.get(flow.to().connection())).connector();
  }
}
