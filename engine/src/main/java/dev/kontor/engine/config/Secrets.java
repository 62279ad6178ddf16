package dev.kontor.engine.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts secrets where the configuration only refers to them. */
final class Secrets {

  /** The reference to a secret that was given in the console. */
  static final String KEPT = "kept";

  private final Path directory;
  private final Map<String, String> environment;
  private final Map<String, String> kept;
  private final YamlDocument document;
  private final List<Problem> problems;

  /**
   * @param file its directory is where files are, its environment where variables are
   * @param settings from the console, with the secrets given there
   */
  Secrets(ConfigFile file, KeptSettings settings, YamlDocument document, List<Problem> problems) {
    this.directory = file.directory();
    this.environment = file.environment();
    this.kept = settings.secrets();
    this.document = document;
    this.problems = problems;
  }

  /**
   * A copy of the settings with every reference resolved that the connector's schema calls secret.
   */
  JsonNode resolve(JsonNode settings, JsonNode schema, String pointer) {
    if (!(settings instanceof ObjectNode)) {
      return settings;
    }
    ObjectNode resolved = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> setting : settings.properties()) {
      String at = FieldPath.pointer(pointer, setting.getKey());
      JsonNode rule = schema.path("properties").path(setting.getKey());
      if (SettingRules.isSecret(rule)) {
        secret(setting.getValue(), at).ifPresent(value -> resolved.put(setting.getKey(), value));
      } else {
        resolved.set(setting.getKey(), resolve(setting.getValue(), rule, at));
      }
    }
    return resolved;
  }

  private Optional<String> secret(JsonNode reference, String pointer) {
    if (reference.has(KEPT)) {
      return present(
          kept.get(pointer),
          pointer,
          "the console keeps no secret for it",
          "give it as {env: NAME} or {file: path}");
    }
    JsonNode variable = reference.path("env");
    return variable.isString()
        ? fromEnvironment(variable.asString(), pointer)
        : fromFile(reference.path("file").asString(), pointer);
  }

  private Optional<String> fromEnvironment(String name, String pointer) {
    String value = environment.get(name);
    return present(
        value,
        pointer,
        "the environment variable " + name + " is not set",
        "set it before the start, or correct its name");
  }

  private Optional<String> fromFile(String name, String pointer) {
    String value = null;
    try {
      value = Files.readString(directory.resolve(name)).strip();
    } catch (IOException | java.nio.file.InvalidPathException e) {
      // Reported below: for the operator an unreadable file is a missing one.
    }
    return present(
        value,
        pointer,
        "the file " + name + " cannot be read or is empty",
        "create it beside the configuration and let this user read it");
  }

  private Optional<String> present(
      @Nullable String value, String pointer, String problem, String remedy) {
    if (value == null || value.isBlank()) {
      problems.add(document.problem(pointer, problem, remedy));
      return Optional.empty();
    }
    return Optional.of(value);
  }
}
