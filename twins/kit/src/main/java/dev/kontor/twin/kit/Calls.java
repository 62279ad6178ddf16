package dev.kontor.twin.kit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Counts the system calls a twin received, by method and path template, for API budgets. */
public final class Calls {
  private static final Pattern KEY_IN_BRACKETS = Pattern.compile("\\([^/]*\\)");
  private static final Pattern ID_SEGMENT =
      Pattern.compile("(?<=/)([0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|[0-9a-f]{32}|\\d+)(?=/|$)");

  private final InstantSource clock;
  private final Map<String, Long> counts = new TreeMap<>();
  private final Map<String, Long> operations = new TreeMap<>();
  private Instant since;

  Calls(InstantSource clock) {
    this.clock = clock;
    this.since = clock.instant();
  }

  /** The path with every id replaced by {@code {id}}. */
  static String template(String path) {
    return ID_SEGMENT
        .matcher(KEY_IN_BRACKETS.matcher(path).replaceAll("({id})"))
        .replaceAll("{id}");
  }

  synchronized void count(Call call) {
    counts.merge(name(call), 1L, Long::sum);
  }

  /** Counts what a call does: each part of a batch, or the call itself. */
  public synchronized void countOperation(Call call) {
    operations.merge(name(call), 1L, Long::sum);
  }

  private static String name(Call call) {
    return call.method() + " " + template(call.path());
  }

  /** Calls of one method to one path template since the start or the last reset. */
  public synchronized long of(String method, String template) {
    return counts.getOrDefault(method + " " + template, 0L);
  }

  public synchronized long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  public synchronized void reset() {
    counts.clear();
    operations.clear();
    since = clock.instant();
  }

  /** {@code {since, total, calls:[{method, path, count}], operations:[{method, path, count}]}}. */
  public synchronized ObjectNode json() {
    ObjectNode json = Json.object().put("since", since.toString()).put("total", total());
    list(json.putArray("calls"), counts);
    list(json.putArray("operations"), operations);
    return json;
  }

  private static void list(ArrayNode list, Map<String, Long> named) {
    named.forEach(
        (key, count) -> {
          int blank = key.indexOf(' ');
          list.addObject()
              .put("method", key.substring(0, blank))
              .put("path", key.substring(blank + 1))
              .put("count", count);
        });
  }
}
