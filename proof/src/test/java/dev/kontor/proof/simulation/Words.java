package dev.kontor.proof.simulation;

import dev.kontor.engine.config.Attribute;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What people said of customers in one system, and when, by the number of its changes. */
final class Words {

  private record Word(String value, int at) {}

  private final Map<String, Word> said = new HashMap<>();
  private final Map<String, String> first = new HashMap<>();
  private final Set<String> overrun = new HashSet<>();
  private int edits;

  private static String of(String id, Attribute attribute) {
    return id + " " + attribute;
  }

  /** What was shown when the customer was entered. */
  void begin(String id, Attribute attribute, String value) {
    first.put(of(id, attribute), value);
  }

  String first(String id, Attribute attribute) {
    return first.getOrDefault(of(id, attribute), "");
  }

  void say(String id, Attribute attribute, String value, int at) {
    said.put(of(id, attribute), new Word(value, at));
    edits++;
  }

  /** The hub wrote over it, as it had decided when that change was the last. */
  void writtenOver(String id, Attribute attribute, int decided) {
    Word word = said.get(of(id, attribute));
    if (word != null && word.at() > decided) {
      overrun.add(of(id, attribute));
    }
  }

  /** What people said last; empty if they said nothing. */
  Optional<String> last(String id, Attribute attribute) {
    return Optional.ofNullable(said.get(of(id, attribute))).map(Word::value);
  }

  /** Whether a write met what was said after it was decided, which nothing can hold up. */
  boolean isOverrun(String id, Attribute attribute) {
    return overrun.contains(of(id, attribute));
  }

  int edits() {
    return edits;
  }
}
