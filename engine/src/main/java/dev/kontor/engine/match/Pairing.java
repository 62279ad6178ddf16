package dev.kontor.engine.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells pairs that leave no doubt from those a person must decide about; pure. */
final class Pairing {

  private final String flow;
  private final String source;
  private final String target;

  /** Whether one document of the target may stand for several of the source, as a debtor does. */
  private final boolean shared;

  private final Map<Side, Map<Side, By>> hits = new LinkedHashMap<>();
  private final Map<Side, List<Side>> claims = new HashMap<>();

  Pairing(String flow, String source, String target, boolean shared) {
    this.flow = flow;
    this.source = source;
    this.target = target;
    this.shared = shared;
  }

  void add(Side here, Side there, By by) {
    if (hits.computeIfAbsent(here, h -> new LinkedHashMap<>()).putIfAbsent(there, by) == null) {
      claims.computeIfAbsent(there, t -> new ArrayList<>()).add(here);
    }
  }

  /** Every pair once, in the order they were found. */
  List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    hits.forEach(
        (here, theres) ->
            theres.forEach((there, by) -> pairs.add(pair(here, there, by, doubt(theres, there)))));
    return pairs;
  }

  private Pair pair(Side here, Side there, By by, String doubt) {
    return new Pair(flow, here, there, by, doubt.isEmpty() ? Decision.LINK : Decision.ASK, doubt);
  }

  private String doubt(Map<Side, By> theres, Side there) {
    if (theres.size() > 1) {
      return several(target, List.copyOf(theres.keySet()));
    }
    List<Side> heres = claims.getOrDefault(there, List.of());
    return heres.size() > 1 && !shared ? several(source, heres) : "";
  }

  private static String several(String system, List<Side> candidates) {
    String names =
        candidates.stream()
            .map(side -> side.name() + " (" + side.id() + ")")
            .collect(Collectors.joining(", "));
    return system + " has " + candidates.size() + " for it: " + names;
  }
}
