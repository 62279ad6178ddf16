package dev.kontor.engine.config;

import dev.kontor.spi.Descriptor;
import dev.kontor.spi.Limit;
import dev.kontor.spi.Settings;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads the connections of a configuration that its schema already found well formed. */
final class ConnectionReader {

  private final YamlDocument document;
  private final ConnectorSchemas installed;
  private final Secrets secrets;
  private final List<Problem> problems;

  ConnectionReader(
      YamlDocument document, ConnectorSchemas installed, Secrets secrets, List<Problem> problems) {
    this.document = document;
    this.installed = installed;
    this.secrets = secrets;
    this.problems = problems;
  }

  Map<String, ConnectionConfig> read() {
    Map<String, ConnectionConfig> connections = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : connections()) {
      String pointer = "/connections/" + entry.getKey();
      installed
          .connector(entry.getValue().path("connector").asString())
          .ifPresent(
              connector ->
                  connections.put(
                      entry.getKey(),
                      connection(entry.getKey(), pointer, entry.getValue(), connector)));
    }
    return connections;
  }

  private Set<Map.Entry<String, JsonNode>> connections() {
    return document.root().path("connections").properties();
  }

  private ConnectionConfig connection(
      String name, String pointer, JsonNode node, Descriptor connector) {
    ZoneId zone = zone(pointer, node);
    return new ConnectionConfig(
        name,
        connector.id(),
        settings(name, pointer + "/settings", node.path("settings"), connector, zone),
        zone,
        node.path("referencePrefix").asString(""),
        limits(pointer + "/limits", node.path("limits"), connector),
        duration(node.path("longestCall"), connector.longestCall()),
        duration(node.path("settle"), connector.settle()));
  }

  private Settings settings(
      String name, String pointer, JsonNode settings, Descriptor connector, ZoneId zone) {
    JsonNode written = settings.isObject() ? settings : JsonNodeFactory.instance.objectNode();
    int before = problems.size();
    JsonNode rules = SettingRules.of(connector);
    JsonNode resolved = secrets.resolve(written, rules, pointer);
    if (problems.size() == before) {
      for (SchemaCheck.Violation violation : SchemaCheck.of(rules).check(resolved)) {
        problems.add(
            document.problem(
                pointer + violation.pointer(), violation.problem(), violation.remedy()));
      }
    }
    return new Settings(name, resolved, zone);
  }

  /**
   * A connection that states no zone shares the one all others state; one of the file whatever is
   * added in the console.
   */
  private ZoneId zone(String pointer, JsonNode node) {
    Optional<String> own = Optional.of(node.path("zone").asString("")).filter(z -> !z.isEmpty());
    Set<String> stated =
        connections().stream()
            .filter(
                entry ->
                    document.isConsole(pointer)
                        || !document.isConsole("/connections/" + entry.getKey()))
            .map(entry -> entry.getValue().path("zone").asString(""))
            .filter(zone -> !zone.isEmpty())
            .collect(Collectors.toSet());
    Optional<String> shared =
        stated.size() == 1 ? Optional.of(stated.iterator().next()) : Optional.empty();
    try {
      return ZoneId.of(own.or(() -> shared).orElseThrow(() -> new DateTimeException("none")));
    } catch (DateTimeException e) {
      if (own.isPresent() || shared.isEmpty()) { // a wrong shared zone is said where it is stated
        problems.add(
            document.problem(
                pointer + "/zone",
                own.isEmpty() ? "is missing" : "names no time zone",
                "add the time zone of the company or shop, e.g. zone: Europe/Berlin"));
      }
      return ZoneOffset.UTC;
    }
  }

  private Map<String, Long> limits(String pointer, JsonNode limits, Descriptor connector) {
    List<String> known =
        Stream.concat(
                connector.limits().stream().map(Limit::name),
                Stream.of(Limit.CONCURRENT_REQUESTS, Limit.REQUESTS_PER_FIVE_MINUTES))
            .distinct()
            .toList();
    Map<String, Long> values = new HashMap<>();
    for (Map.Entry<String, JsonNode> limit : limits.properties()) {
      if (!known.contains(limit.getKey())) {
        problems.add(
            document.problem(
                FieldPath.pointer(pointer, limit.getKey()),
                "is no limit of " + connector.id(),
                Nearest.remedy(limit.getKey(), known, "remove it")));
      }
      values.put(limit.getKey(), limit.getValue().asLong());
    }
    return values;
  }

  private static Duration duration(JsonNode text, Duration otherwise) {
    return text.isString() ? Duration.parse(text.asString()) : otherwise;
  }
}
