package dev.kontor.twin.kit;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;

/** Counts by method and path template. */
final class Tally {
  private static final Pattern KEY_IN_BRACKETS = Pattern.compile("\\([^/]*\\)");
  private static final Pattern ID_SEGMENT =
      Pattern.compile("(?<=/)([0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|[0-9a-f]{32}|\\d+)(?=/|$)");

  private final Map<String, Long> counts = new TreeMap<>();

  void count(Call call) {
    counts.merge(call.method() + " " + template(call.path()), 1L, Long::sum);
  }

  /** The path with every id replaced by {@code {id}}. */
  private static String template(String path) {
    return ID_SEGMENT
        .matcher(KEY_IN_BRACKETS.matcher(path).replaceAll("({id})"))
        .replaceAll("{id}");
  }

  long of(String method, String template) {
    return counts.getOrDefault(method + " " + template, 0L);
  }

  long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  void reset() {
    counts.clear();
  }

  /** Adds {@code {method, path, count}} for each. */
  void list(ArrayNode list) {
    counts.forEach(
        (key, count) -> {
          int blank = key.indexOf(' ');
          list.addObject()
              .put("method", key.substring(0, blank))
              .put("path", key.substring(blank + 1))
              .put("count", count);
        });
  }
}
