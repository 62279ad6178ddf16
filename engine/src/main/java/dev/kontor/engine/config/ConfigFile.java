package dev.kontor.engine.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Where an installation's configuration comes from, beside what is set up in the console.
 *
 * @param path of {@code kontor.yaml}; files it names are relative to its directory
 * @param environment where {@code {env: NAME}} is looked up
 */
public record ConfigFile(Path path, Map<String, String> environment, ConnectorSchemas installed) {

  public ConfigFile {
    environment = Map.copyOf(environment);
  }

  /**
   * What the file itself names.
   *
   * @param connections their names
   * @param uses of packs
   */
  public record Written(Set<String> connections, List<PackUse> uses) {}

  /**
   * The whole configuration: the file, and over it what is set up in the console. Without
   * connections it is one that waits to be set up.
   *
   * @throws ConfigException with place and remedy of every problem; never with a secret
   */
  public HubConfig load(KeptSettings kept) {
    return ConfigLoader.load(this, new ConsoleParts(installed, kept).over(document()), kept);
  }

  /**
   * @throws ConfigException if the file cannot be read or is no YAML
   */
  public Written written() {
    JsonNode root = document().root();
    return new Written(
        new TreeSet<>(root.path("connections").propertyNames()),
        root.path("packs").valueStream().map(PackUse::of).toList());
  }

  Path directory() {
    return path.toAbsolutePath().resolveSibling("");
  }

  YamlDocument document() {
    String file = String.valueOf(path.getFileName());
    return YamlDocument.parse(file, text(file));
  }

  private String text(String file) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new ConfigException(
          List.of(
              new Problem(
                  file,
                  0,
                  "",
                  "cannot be read at " + path.toAbsolutePath(),
                  "create it there as UTF-8, or name another file")));
    }
  }

  /** Secrets may stand in the environment. */
  @Override
  public String toString() {
    return "ConfigFile[" + path + "]";
  }
}
