package dev.kontor.connector.magento.category;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Categories by their names below one another. Not thread-safe. */
final class Tree {

  private record Place(int parent, String name) {
    static Place of(int parent, String name) {
      return new Place(parent, name.strip().toLowerCase(Locale.ROOT));
    }
  }

  private final Map<Place, Integer> ids = new LinkedHashMap<>();
  private final Map<Integer, String> names = new LinkedHashMap<>();

  /**
   * @param row the uppermost category with those below it, as the shop tells them
   */
  static Tree of(JsonNode row) {
    Tree tree = new Tree();
    tree.add(0, row);
    return tree;
  }

  private void add(int parent, JsonNode row) {
    int id = row.path("id").asInt(0);
    put(parent, row.path("name").asString(""), id);
    row.path("children_data").forEach(child -> add(id, child));
  }

  /** Of two of one name the first counts. */
  void put(int parent, String name, int id) {
    ids.putIfAbsent(Place.of(parent, name), id);
    names.put(id, name);
  }

  @Nullable Integer find(int parent, String name) {
    return ids.get(Place.of(parent, name));
  }

  /**
   * Those that somebody calls so.
   *
   * @param called its name, or its id
   */
  List<Integer> called(String called) {
    List<Integer> found = new ArrayList<>();
    names.forEach(
        (id, name) -> {
          if (name.strip().equalsIgnoreCase(called.strip()) || called.equals(id.toString())) {
            found.add(id);
          }
        });
    return found;
  }
}
