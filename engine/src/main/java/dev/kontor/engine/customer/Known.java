package dev.kontor.engine.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.kontor.engine.config.Attribute;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is remembered of one side of a link, as keyed hashes.
 *
 * @param agreed what it showed when both sides last agreed
 * @param sent what it will show if an unanswered write takes effect, once for each write
 * @param contested attributes that people had changed on both sides when such a write left; whether
 *     their own value was written over is known, and recorded, when it is known to have arrived
 */
public record Known(
    Map<Attribute, String> agreed,
    Map<Attribute, List<String>> sent,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
        Set<Attribute> contested) {

  static final Known NOTHING = new Known(Map.of(), Map.of(), Set.of());

  public Known {
    agreed = Map.copyOf(agreed);
    sent = Map.copyOf(sent);
    contested = Set.copyOf(contested);
  }

  /** What a value that is shown now means. */
  Change change(Attribute attribute, String shown) {
    if (shown.equals(agreed.get(attribute))) {
      return Change.NONE;
    }
    if (isSent(attribute, shown)) {
      return Change.OURS;
    }
    return agreed.containsKey(attribute) ? Change.BY_PEOPLE : Change.UNKNOWN;
  }

  Known agreeing(Map<Attribute, String> shown) {
    Map<Attribute, String> all = new EnumMap<>(Attribute.class);
    all.putAll(agreed);
    all.putAll(shown);
    return new Known(all, sent, contested);
  }

  private boolean isSent(Attribute attribute, String shown) {
    return sent.getOrDefault(attribute, List.of()).contains(shown);
  }

  /** Also that these are on their way, over what people had changed there, too, of some. */
  Known sending(Map<Attribute, String> expected, Collection<Attribute> over) {
    Map<Attribute, List<String>> all = new EnumMap<>(Attribute.class);
    all.putAll(sent);
    expected.forEach(
        (attribute, hash) -> {
          List<String> hashes = new ArrayList<>(all.getOrDefault(attribute, List.of()));
          hashes.add(hash);
          all.put(attribute, List.copyOf(hashes));
        });
    Set<Attribute> both = new HashSet<>(contested);
    both.addAll(over);
    return new Known(agreed, all, both);
  }

  /** Those whose value of people was written over, by what is shown now. */
  Set<Attribute> overwritten(Map<Attribute, String> shown) {
    return contested.stream()
        .filter(attribute -> isSent(attribute, String.valueOf(shown.get(attribute))))
        .collect(Collectors.toSet());
  }

  /** That these are on record. */
  Known recorded(Collection<Attribute> overwritten) {
    Set<Attribute> left = new HashSet<>(contested);
    left.removeAll(overwritten);
    return new Known(agreed, sent, left);
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
    return new Known(agreed, Map.of(), Set.of());
  }
}
