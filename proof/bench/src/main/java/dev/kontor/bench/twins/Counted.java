package dev.kontor.bench.twins;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What a simulated system was asked, by method and path, ids left out.
 *
 * @param calls HTTP requests
 * @param operations what they did: each part of a batch, or the call itself; empty where the system
 *     does not tell them apart
 */
public record Counted(Map<String, Long> calls, Map<String, Long> operations) {

  private static final String TOKEN = "/token";

  public Counted {
    calls = Map.copyOf(calls);
    operations = Map.copyOf(operations);
  }

  /** Of a system's own account of its calls. */
  static Counted of(JsonNode account) {
    return new Counted(byName(account.path("calls")), byName(account.path("operations")));
  }

  private static Map<String, Long> byName(JsonNode list) {
    return list.valueStream()
        .collect(
            Collectors.toMap(
                c -> c.path("method").asString() + " " + c.path("path").asString(),
                c -> c.path("count").asLong(),
                Long::sum));
  }

  /** Requests other than for access tokens. */
  public long requests() {
    return sum(calls, name -> !name.endsWith(TOKEN));
  }

  /** Requests to paths that end so. */
  public long requests(String ending) {
    return sum(calls, name -> name.endsWith(ending));
  }

  public long allOperations() {
    return sum(operations, name -> true);
  }

  private static long sum(Map<String, Long> counts, Predicate<String> wanted) {
    return counts.entrySet().stream()
        .filter(c -> wanted.test(c.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** One line a kind, the most frequent first. */
  public static String table(Map<String, Long> counts) {
    return new TreeMap<>(counts)
        .entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .map(c -> "%8d  %s%n".formatted(c.getValue(), c.getKey()))
            .collect(Collectors.joining());
  }
}
