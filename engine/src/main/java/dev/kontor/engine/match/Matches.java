package dev.kontor.engine.match;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a comparison of both ends has found.
 *
 * @param pairs not linked yet
 * @param linked documents that are linked already
 * @param onlyHere documents of the source that match nothing
 * @param onlyThere documents of the target likewise
 */
public record Matches(List<Pair> pairs, int linked, int onlyHere, int onlyThere) {

  public Matches {
    pairs = List.copyOf(pairs);
  }

  /**
   * @param here all of the source that are not linked
   * @param there ids of all of the target that are not linked
   */
  static Matches of(List<Pair> pairs, int linked, int here, Set<String> there) {
    Set<String> matched =
        pairs.stream()
            .map(pair -> pair.there().id())
            .filter(there::contains)
            .collect(Collectors.toSet());
    return new Matches(pairs, linked, here - heres(pairs), there.size() - matched.size());
  }

  private static int heres(List<Pair> pairs) {
    return (int) pairs.stream().map(Pair::here).distinct().count();
  }

  /** Pairs that leave no doubt. */
  public int matched() {
    return (int) pairs.stream().filter(pair -> pair.decision() == Decision.LINK).count();
  }

  /** Documents of the source of which a person must say what they are. */
  public int ambiguous() {
    return heres(pairs.stream().filter(pair -> pair.decision() == Decision.ASK).toList());
  }

  /** How many pairs leave no doubt, by what they have in common. */
  public TreeMap<By, Long> byKey() {
    return pairs.stream()
        .filter(pair -> pair.decision() == Decision.LINK)
        .collect(Collectors.groupingBy(Pair::by, TreeMap::new, Collectors.counting()));
  }
}
