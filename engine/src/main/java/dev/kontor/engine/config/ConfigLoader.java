package dev.kontor.engine.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
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
   * @param kontorYaml the configuration; files it names are relative to its directory
   * @param environment where {@code {env: NAME}} is looked up
   * @throws ConfigException with file, line and remedy of every problem; never with a secret
   */
  public static HubConfig load(
      Path kontorYaml, Map<String, String> environment, ConnectorSchemas installed) {
    String file = String.valueOf(kontorYaml.getFileName());
    YamlDocument document = YamlDocument.parse(file, text(kontorYaml, file));
    List<Problem> problems = new ArrayList<>();
    checkShape(document, installed, problems);
    Path directory = kontorYaml.toAbsolutePath().resolveSibling("");
    HubConfig config = read(document, directory, environment, installed, problems);
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    return config;
  }

  private static HubConfig read(
      YamlDocument document,
      Path directory,
      Map<String, String> environment,
      ConnectorSchemas installed,
      List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new ConfigException(problems); // what has the wrong shape cannot be read further
    }
    Secrets secrets = new Secrets(directory, environment, document, problems);
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
      YamlDocument document, ConnectorSchemas installed, List<Problem> problems) {
    SchemaCheck check = SchemaCheck.of(ConfigSchema.of(installed));
    for (SchemaCheck.Violation violation : check.check(document.root())) {
      problems.add(document.problem(violation.pointer(), violation.problem(), violation.remedy()));
    }
  }

  private static String text(Path kontorYaml, String file) {
    try {
      return Files.readString(kontorYaml);
    } catch (IOException e) {
      throw new ConfigException(
          List.of(
              new Problem(
                  file,
                  0,
                  "",
                  "cannot be read at " + kontorYaml.toAbsolutePath(),
                  "create it there as UTF-8, or name another file")));
    }
  }
}
