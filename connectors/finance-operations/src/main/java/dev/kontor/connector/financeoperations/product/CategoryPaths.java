package dev.kontor.connector.financeoperations.product;

import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Released;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.model.CategoryPath;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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

  private static final String ASSIGNMENTS = "ProductCategoryAssignments";
  private static final String CATEGORIES = "ProductCategories";
  private static final String HIERARCHY = "ProductCategoryHierarchyName";
  private static final String NAME = "CategoryName";
  private static final String PARENT = "ParentProductCategoryName";
  private static final String SHOWN = "FriendlyCategoryName";
  private static final String OF_PRODUCT = "ProductCategoryName";
  private static final String ORDER = "DisplayOrder";

  private static final List<String> ASSIGNMENT =
      List.of(Released.NUMBER, OF_PRODUCT, HIERARCHY, ORDER);
  private static final List<String> CATEGORY = List.of(HIERARCHY, NAME, PARENT, SHOWN);

  private static final CategoryPaths NONE = new CategoryPaths(Map.of(), Map.of());

  /**
   * @param hierarchy blank for none
   */
  static CategoryPaths all(FnoApi api, String hierarchy) {
    String own = FnoApi.equal(HIERARCHY, hierarchy);
    return hierarchy.isEmpty()
        ? NONE
        : within(api, hierarchy, api.everywhere(ASSIGNMENTS, own, ASSIGNMENT));
  }

  /**
   * @param numbers of products
   */
  static CategoryPaths of(FnoApi api, String hierarchy, List<String> numbers) {
    return hierarchy.isEmpty()
        ? NONE
        : within(
            api, hierarchy, api.everywhereOf(ASSIGNMENTS, Released.NUMBER, numbers, ASSIGNMENT));
  }

  private static CategoryPaths within(FnoApi api, String hierarchy, List<JsonNode> assigned) {
    List<JsonNode> own =
        assigned.stream()
            .filter(row -> Row.text(row, HIERARCHY).equalsIgnoreCase(hierarchy))
            .sorted(
                Comparator.comparing((JsonNode row) -> Row.number(row, ORDER))
                    .thenComparing(row -> Row.text(row, OF_PRODUCT)))
            .toList();
    Map<String, JsonNode> nodes =
        api.everywhere(CATEGORIES, FnoApi.equal(HIERARCHY, hierarchy), CATEGORY).stream()
            .collect(
                Collectors.toMap(
                    row -> Released.key(Row.text(row, NAME)), Function.identity(), (a, b) -> a));
    return new CategoryPaths(Assortment.by(Released.NUMBER, own), nodes);
  }

  /** The main one first. */
  List<CategoryPath> of(String number) {
    return assigned.getOrDefault(Released.key(number), List.of()).stream()
        .map(row -> path(Row.text(row, OF_PRODUCT)))
        .filter(path -> !path.isEmpty())
        .map(CategoryPath::new)
        .toList();
  }

  private List<CategoryPath.Category> path(String name) {
    Deque<CategoryPath.Category> path = new ArrayDeque<>();
    Set<String> passed = new HashSet<>();
    JsonNode node = node(name);
    while (node != null && passed.add(Row.text(node, NAME))) {
      path.addFirst(category(node));
      node = node(Row.text(node, PARENT));
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
    String name = Row.text(node, NAME);
    String shown = Row.text(node, SHOWN);
    return new CategoryPath.Category(name, shown.isEmpty() ? name : shown);
  }
}
