package dev.kontor.twin.magento.attribute;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** Which attributes products of which set have. */
public final class AttributeSets {
  /** The set every shop begins with. */
  public static final long DEFAULT = 4;

  private final Map<Long, AttributeSet> sets = new TreeMap<>();
  private long last = DEFAULT;

  AttributeSets() {
    sets.put(DEFAULT, AttributeSet.of(DEFAULT, "Default", 1, Set.of()));
  }

  /** A new set with the attributes of another. */
  ObjectNode copy(String name, long sort, long skeleton) {
    AttributeSet set = AttributeSet.of(++last, name, sort, of(skeleton));
    sets.put(last, set);
    return set.row();
  }

  List<ObjectNode> all() {
    return sets.values().stream().map(AttributeSet::row).toList();
  }

  public boolean knows(long id) {
    return sets.containsKey(id);
  }

  Set<String> of(long id) {
    AttributeSet set = sets.get(id);
    return set == null ? Set.of() : set.codes();
  }

  /** Of a set that is known. */
  void assign(long id, String code) {
    of(id).add(code);
  }

  /** Of a set that is known. */
  void unassign(long id, String code) {
    of(id).remove(code);
  }

  void forget(String code) {
    sets.values().forEach(set -> set.codes().remove(code));
  }
}
