package dev.kontor.twin.magento.attribute;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.data.Row;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** Which attributes products of which set have. */
public final class AttributeSets {
  /** The set every shop begins with. */
  public static final long DEFAULT = 4;

  static final long PRODUCTS = 4;

  private final Map<Long, ObjectNode> rows = new TreeMap<>();
  private final Map<Long, Set<String>> codes = new TreeMap<>();
  private long last = DEFAULT - 1;

  AttributeSets() {
    add("Default", 1);
  }

  /** A new set without attributes. */
  private ObjectNode add(String name, long sort) {
    long id = ++last;
    ObjectNode row =
        Json.object()
            .put("attribute_set_id", id)
            .put("attribute_set_name", name)
            .put("sort_order", sort)
            .put("entity_type_id", PRODUCTS);
    rows.put(id, row);
    codes.put(id, new LinkedHashSet<>());
    return row;
  }

  /** A new set with the attributes of another. */
  ObjectNode copy(String name, long sort, long skeleton) {
    ObjectNode row = add(name, sort);
    codes.put(Row.number(row, "attribute_set_id"), new LinkedHashSet<>(of(skeleton)));
    return row;
  }

  Collection<ObjectNode> all() {
    return rows.values();
  }

  public boolean knows(long id) {
    return rows.containsKey(id);
  }

  boolean has(long id, String code) {
    return of(id).contains(code);
  }

  Set<String> of(long id) {
    return codes.getOrDefault(id, Set.of());
  }

  void assign(long id, String code) {
    codes.getOrDefault(id, new LinkedHashSet<>()).add(code);
  }

  void unassign(long id, String code) {
    codes.getOrDefault(id, new LinkedHashSet<>()).remove(code);
  }

  void forget(String code) {
    codes.values().forEach(c -> c.remove(code));
  }
}
