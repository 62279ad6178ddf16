package dev.kontor.engine.customer;

import dev.kontor.engine.config.Attribute;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is remembered of one side of a link, as keyed hashes.
 *
 * @param agreed what it showed when both sides last agreed
 * @param sent what it will show if an unanswered write takes effect, once for each write
 */
public record Known(Map<Attribute, String> agreed, Map<Attribute, List<String>> sent) {

  static final Known NOTHING = new Known(Map.of(), Map.of());

  public Known {
    agreed = Map.copyOf(agreed);
    sent = Map.copyOf(sent);
  }

  /** What a value that is shown now means. */
  Change change(Attribute attribute, String shown) {
    if (shown.equals(agreed.get(attribute))) {
      return Change.NONE;
    }
    if (sent.getOrDefault(attribute, List.of()).contains(shown)) {
      return Change.OURS;
    }
    return agreed.containsKey(attribute) ? Change.BY_PEOPLE : Change.UNKNOWN;
  }

  Known agreeing(Map<Attribute, String> shown) {
    Map<Attribute, String> all = new EnumMap<>(Attribute.class);
    all.putAll(agreed);
    all.putAll(shown);
    return new Known(all, sent);
  }

  /** Also that these are on their way. */
  Known sending(Map<Attribute, String> expected) {
    Map<Attribute, List<String>> all = new EnumMap<>(Attribute.class);
    all.putAll(sent);
    expected.forEach(
        (attribute, hash) -> {
          List<String> hashes = new ArrayList<>(all.getOrDefault(attribute, List.of()));
          hashes.add(hash);
          all.put(attribute, List.copyOf(hashes));
        });
    return new Known(agreed, all);
  }

  /**
   * Whether all that was sent is what is shown, so that nothing is on its way any more. Of two
   * writes of one value one may have arrived and the other not.
   */
  boolean hasArrived(Map<Attribute, String> shown) {
    return sent.entrySet().stream()
        .allMatch(e -> e.getValue().equals(List.of(String.valueOf(shown.get(e.getKey())))));
  }

  Known settled() {
    return new Known(agreed, Map.of());
  }
}
