package dev.kontor.connector.financeoperations.product;

import dev.kontor.connector.financeoperations.api.Released;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.model.CategoryPath;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where articles stand in one category hierarchy. Its topmost category stands for the hierarchy
 * itself and is in no path but its own.
 *
 * @param assigned by product number
 * @param nodes by name, which is unique in a hierarchy
 */
record CategoryPaths(Map<String, List<JsonNode>> assigned, Map<String, JsonNode> nodes) {

  static final CategoryPaths NONE = new CategoryPaths(Map.of(), Map.of());

  /** The main one first. */
  List<CategoryPath> of(String number) {
    return assigned.getOrDefault(Released.key(number), List.of()).stream()
        .map(row -> path(Row.text(row, CategoryReading.OF_PRODUCT)))
        .filter(path -> !path.isEmpty())
        .map(CategoryPath::new)
        .toList();
  }

  private List<CategoryPath.Category> path(String name) {
    Deque<CategoryPath.Category> path = new ArrayDeque<>();
    Set<String> passed = new HashSet<>();
    JsonNode node = node(name);
    while (node != null && passed.add(Row.text(node, CategoryReading.NAME))) {
      path.addFirst(category(node));
      node = node(Row.text(node, CategoryReading.PARENT));
    }
    if (path.size() > 1) {
      path.removeFirst();
    }
    return List.copyOf(path);
  }

  private @Nullable JsonNode node(String name) {
    return nodes.get(Released.key(name));
  }

  private static CategoryPath.Category category(JsonNode node) {
    String name = Row.text(node, CategoryReading.NAME);
    String shown = Row.text(node, CategoryReading.SHOWN);
    return new CategoryPath.Category(name, shown.isEmpty() ? name : shown);
  }
}
