package dev.kontor.twin.kit.odata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.ObjectNode;

/** Ordering and cutting of a result. */
final class Page {
  private static final Pattern SIZE = Pattern.compile("odata\\.maxpagesize=(\\d+)");

  /** A row as shown with its order key. */
  record Hit(Row row, ObjectNode shown, List<JsonNode> key) {}

  private Page() {}

  static Hit hit(Row row, ObjectNode shown, List<QueryOptions.Sort> sorts) {
    List<JsonNode> key = new ArrayList<>();
    sorts.forEach(sort -> key.add(shown.path(sort.column())));
    key.add(LongNode.valueOf(row.place()));
    return new Hit(row, shown, key);
  }

  /** All hits in order, from behind the token and the skipped ones on, at most the top ones. */
  static List<Hit> ordered(List<Hit> hits, QueryOptions options, Table table) {
    Comparator<List<JsonNode>> order = Values.order(options.orderBy(table), table);
    List<JsonNode> after = SkipToken.key(options);
    return hits.stream()
        .filter(hit -> after.isEmpty() || order.compare(hit.key(), after) > 0)
        .sorted(Comparator.comparing(Hit::key, order))
        .skip(after.isEmpty() ? options.number("$skip", 0) : 0)
        .limit(options.number("$top", Integer.MAX_VALUE))
        .toList();
  }

  static int size(String prefer, int most) {
    Matcher matcher = SIZE.matcher(prefer);
    return matcher.find() ? Math.clamp(Long.parseLong(matcher.group(1)), 1, most) : most;
  }
}
