package dev.kontor.engine.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Loads an installation's configuration and says everything wrong with it at once. */
public final class ConfigLoader {

  private ConfigLoader() {}

  /**
   * What the file alone says.
   *
   * @param kontorYaml the configuration; files it names are relative to its directory
   * @param environment where {@code {env: NAME}} is looked up
   * @throws ConfigException with file, line and remedy of every problem; never with a secret
   */
  public static HubConfig load(
      Path kontorYaml, Map<String, String> environment, ConnectorSchemas installed) {
    ConfigFile file = new ConfigFile(kontorYaml, environment, installed);
    return load(file, file.document(), KeptSettings.NONE);
  }

  static HubConfig load(ConfigFile file, YamlDocument document, KeptSettings kept) {
    List<Problem> problems = new ArrayList<>();
    checkShape(document, file.installed(), kept, problems);
    HubConfig config = read(file, document, kept, problems);
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    return config;
  }

  private static HubConfig read(
      ConfigFile file, YamlDocument document, KeptSettings kept, List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new ConfigException(problems); // what has the wrong shape cannot be read further
    }
    Path directory = file.directory();
    ConnectorSchemas installed = file.installed();
    Secrets secrets = new Secrets(file, kept, document, problems);
    Map<String, ConnectionConfig> connections =
        new ConnectionReader(document, installed, secrets, problems).read();
    JsonNode publicUrl = document.root().path("publicUrl");
    JsonNode schema = ConfigSchema.of(installed);
    List<FlowConfig> flows = new PackReader(document, installed, connections, problems).read();
    AdministrationConfig administration =
        new AdministrationReader(document.root(), schema, secrets).read();
    ReceiverReader receivers =
        new ReceiverReader(document, schema, secrets, connections.values(), problems);
    return new HubConfig(
        publicUrl.isString() ? URI.create(publicUrl.asString()) : null,
        connections,
        new TableReader(directory, document, problems).read(),
        flows,
        new OverlayReader(directory, document, installed, problems).read(),
        retention(document.root().path("retention")),
        document.root().path("fourEyes").asString("").equals("money"),
        administration,
        new AlertsReader(document, receivers, flows, problems).read(administration.url()));
  }

  private static RetentionRule retention(JsonNode node) {
    Duration door = duration(node.path("door"));
    return new RetentionRule(
        door == null ? RetentionRule.STANDARD.door() : door,
        duration(node.path("documents")),
        duration(node.path("audit")),
        duration(node.path("tries")),
        // Whom nothing is kept about need not be found.
        duration(node.path(node.has("searches") ? "searches" : "documents")));
  }

  private static @Nullable Duration duration(JsonNode text) {
    return text.isString() ? Duration.parse(text.asString()) : null;
  }

  private static void checkShape(
      YamlDocument document,
      ConnectorSchemas installed,
      KeptSettings kept,
      List<Problem> problems) {
    JsonNode schema =
        kept.connections().isEmpty() ? ConfigSchema.of(installed) : ConfigSchema.merged(installed);
    for (SchemaCheck.Violation violation : SchemaCheck.of(schema).check(document.root())) {
      problems.add(document.problem(violation.pointer(), violation.problem(), violation.remedy()));
    }
  }
}
