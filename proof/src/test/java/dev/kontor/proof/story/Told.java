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
    return found(out);
  }

  /** The same, of one flow. */
  Map<String, String> causes(String flow) {
    String rest = out.substring(out.indexOf("flow " + flow + ":"));
    return found(rest.substring(0, rest.indexOf(flow + " compared=")));
  }

  /** The line that ends what is said of a flow. */
  String summary(String flow) {
    return out.lines().filter(l -> l.startsWith(flow + " compared=")).findFirst().orElse("");
  }

  private static Map<String, String> found(String out) {
    return out.lines()
        .filter(line -> line.matches("  \\S+ {2,}.*"))
        .map(line -> line.strip().split(" {2,}", 3))
        .collect(Collectors.toMap(p -> p[0], p -> p[1], (a, b) -> a + " and " + b, TreeMap::new));
  }

  List<ListedMessage> messages() {
    return ListedMessage.in(out);
  }
}
