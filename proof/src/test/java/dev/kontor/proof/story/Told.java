package dev.kontor.proof.story;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a command said and how it ended.
 *
 * @param all complaints too
 */
record Told(int status, String out, String all) {

  String lastLine() {
    return out.lines().reduce("", (a, b) -> b);
  }

  /** What {@code ./kontor reconcile} found: causes by the number that the line begins with. */
  Map<String, String> causes() {
    return out.lines()
        .filter(line -> line.matches("  \\d+ {2,}.*"))
        .map(line -> line.strip().split(" {2,}", 3))
        .collect(Collectors.toMap(p -> p[0], p -> p[1], (a, b) -> a + " and " + b, TreeMap::new));
  }

  List<ListedMessage> messages() {
    return ListedMessage.in(out);
  }
}
