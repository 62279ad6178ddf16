package dev.kontor.engine.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads mapping overlays and files them under the mapping they change. */
final class OverlayReader {

  private final Path directory;
  private final YamlDocument document;
  private final ConnectorSchemas installed;
  private final List<Problem> problems;

  OverlayReader(
      Path directory, YamlDocument document, ConnectorSchemas installed, List<Problem> problems) {
    this.directory = directory;
    this.document = document;
    this.installed = installed;
    this.problems = problems;
  }

  Map<String, List<String>> read() {
    Map<String, List<String>> overlays = new LinkedHashMap<>();
    JsonNode files = document.root().path("overlays");
    for (int i = 0; i < files.size(); i++) {
      read(files.path(i).asString(), "/overlays/" + i, overlays);
    }
    return overlays;
  }

  private void read(String file, String pointer, Map<String, List<String>> overlays) {
    try {
      String text = Files.readString(directory.resolve(file));
      YamlDocument overlay = YamlDocument.parse(file, text);
      String mapping = overlay.root().path("overlay").asString("");
      if (installed.mapping(mapping).isEmpty()) {
        problems.add(
            overlay.problem(
                "/overlay",
                "changes the mapping '" + mapping + "', which no connector ships",
                "write the id of a shipped mapping, e.g. overlay: shopware/order.in"));
      }
      overlays.computeIfAbsent(mapping, id -> new ArrayList<>()).add(text);
    } catch (ConfigException e) {
      problems.addAll(e.problems());
    } catch (IOException | InvalidPathException e) {
      problems.add(
          document.problem(
              pointer, "cannot be read", "write a path relative to the configuration"));
    }
  }
}
