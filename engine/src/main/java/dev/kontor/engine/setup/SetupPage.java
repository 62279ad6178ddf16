package dev.kontor.engine.setup;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * All that is set up, in the file and in the console.
 *
 * @param version of what is kept
 * @param applied version by which this process runs
 * @param refused why the newest one could not be taken on here, null if nothing is in the way
 */
public record SetupPage(
    long version,
    long applied,
    @Nullable String refused,
    List<SystemKind> systems,
    List<PackKind> packs,
    List<Connection> connections,
    List<Use> uses,
    List<Flow> flows) {

  /**
   * A system that can be connected.
   *
   * @param schema JSON Schema of its settings in one piece; secrets are {@code writeOnly}
   */
  public record SystemKind(String id, String title, JsonNode schema) {}

  /**
   * A pack that can be used.
   *
   * @param roles the system by role
   */
  public record PackKind(String name, String title, Map<String, String> roles) {}

  /**
   * @param settings without secrets
   * @param secrets JSON pointers of those that there are
   * @param origin {@code file} or {@code console}
   * @param flows that read or write it
   */
  public record Connection(
      String name,
      String connector,
      String zone,
      String referencePrefix,
      JsonNode settings,
      List<String> secrets,
      String origin,
      List<String> flows) {}

  /**
   * @param roles connection by role
   * @param origin {@code file} or {@code console}
   */
  public record Use(
      String pack, String prefix, Map<String, String> roles, String origin, List<String> flows) {}

  /**
   * @param polled whether it reads its source itself
   * @param compared whether both ends can be compared
   * @param values as they are
   * @param otherwise as they are without the console
   * @param changed names of those set in the console
   */
  public record Flow(
      String name,
      String kind,
      String pack,
      String from,
      String to,
      boolean polled,
      boolean compared,
      Values values,
      Values otherwise,
      List<String> changed) {}

  /**
   * What can be set of a flow, in the words of the configuration.
   *
   * @param reconcile null if it is compared on demand only
   * @param sla null if nobody says
   */
  public record Values(
      boolean enabled,
      boolean dryRun,
      String poll,
      List<Window> quiet,
      @Nullable String reconcile,
      @Nullable String sla) {}

  /** A part of the day. */
  public record Window(String from, String to) {}
}
