package dev.kontor.engine.config;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A YAML file as a tree that still knows its lines.
 *
 * @param file as the operator knows it
 * @param root what it says; decimals are exact
 * @param lines line of every field and element by its JSON pointer
 */
public record YamlDocument(String file, JsonNode root, Map<String, Integer> lines) {

  /** Stands for the line of what does not stand in the file: it was set up in the console. */
  static final int CONSOLE = -1;

  /** What such a part calls its file. */
  public static final String CONSOLE_FILE = "console";

  /**
   * Reads one document.
   *
   * @throws ConfigException with line if the text is no YAML or names a field twice
   */
  public static YamlDocument parse(String file, String text) {
    return new YamlReader(file).read(text);
  }

  /** The line of the nearest ancestor that has one; 1 for an empty file. */
  public int line(String pointer) {
    String at = pointer;
    while (!lines.containsKey(at) && !at.isEmpty()) {
      at = at.substring(0, at.lastIndexOf('/'));
    }
    return lines.getOrDefault(at, 1);
  }

  /** Whether it was set up in the console. */
  boolean isConsole(String pointer) {
    return line(pointer) == CONSOLE;
  }

  /** A problem at the field with that JSON pointer. */
  public Problem problem(String pointer, String problem, String remedy) {
    return isConsole(pointer)
        ? new Problem(CONSOLE_FILE, 0, FieldPath.dotted(pointer), problem, remedy)
        : new Problem(file, line(pointer), FieldPath.dotted(pointer), problem, remedy);
  }
}
