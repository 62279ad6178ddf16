package dev.kontor.engine.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads value tables, written in the configuration or in two-column files beside it. */
final class TableReader {

  /** Two columns, each plain or in double quotes, separated by comma, semicolon or tab. */
  private static final Pattern ROW =
      Pattern.compile(
          "(?:\"((?:[^\"]|\"\")*)\"|([^,;\t\"]*))\\s*[,;\t]\\s*(?:\"((?:[^\"]|\"\")*)\"|([^,;\t\"]*))");

  private final Path directory;
  private final YamlDocument document;
  private final List<Problem> problems;

  TableReader(Path directory, YamlDocument document, List<Problem> problems) {
    this.directory = directory;
    this.document = document;
    this.problems = problems;
  }

  Map<String, ValueTable> read() {
    Map<String, ValueTable> tables = new HashMap<>();
    for (Map.Entry<String, JsonNode> table : document.root().path("tables").properties()) {
      tables.put(table.getKey(), new ValueTable(table.getKey(), entries(table)));
    }
    return tables;
  }

  private Map<String, String> entries(Map.Entry<String, JsonNode> table) {
    String file = table.getValue().path("file").asString("");
    if (table.getValue().size() == 1 && file.endsWith(".csv")) {
      return rows(file, FieldPath.pointer("/tables", table.getKey()) + "/file");
    }
    Map<String, String> entries = new HashMap<>();
    table
        .getValue()
        .properties()
        .forEach(entry -> entries.put(entry.getKey(), entry.getValue().asString()));
    return entries;
  }

  private Map<String, String> rows(String file, String pointer) {
    Map<String, String> entries = new HashMap<>();
    List<String> lines = lines(file, pointer);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      Matcher row = ROW.matcher(line);
      if (!row.matches()) {
        problems.add(
            new Problem(file, i + 1, "", "is no row of two columns", "write source;target"));
      } else if (entries.putIfAbsent(cell(row, 1), cell(row, 3)) != null) {
        problems.add(
            new Problem(file, i + 1, "", "'" + cell(row, 1) + "' is there twice", "remove one"));
      }
    }
    return entries;
  }

  private List<String> lines(String file, String pointer) {
    try {
      return Files.readAllLines(directory.resolve(file));
    } catch (IOException | InvalidPathException e) {
      problems.add(
          document.problem(
              pointer,
              "the file " + file + " cannot be read",
              "write a path relative to the configuration; the file must be UTF-8"));
      return List.of();
    }
  }

  private static String cell(Matcher row, int group) {
    String quoted = row.group(group);
    return quoted != null ? quoted.replace("\"\"", "\"") : row.group(group + 1).strip();
  }
}
