package dev.kontor.connector.financeoperations.product;

import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Released;
import dev.kontor.connector.financeoperations.api.Row;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Reads the categories of one hierarchy, and which products are in them.
 *
 * @param hierarchy its name; blank for none
 */
record CategoryReading(FnoApi api, String hierarchy) {

  static final String OF_PRODUCT = "ProductCategoryName";
  static final String NAME = "CategoryName";
  static final String PARENT = "ParentProductCategoryName";
  static final String SHOWN = "FriendlyCategoryName";

  private static final String ASSIGNMENTS = "ProductCategoryAssignments";
  private static final String CATEGORIES = "ProductCategories";
  private static final String HIERARCHY = "ProductCategoryHierarchyName";
  private static final String ORDER = "DisplayOrder";

  private static final List<String> ASSIGNMENT =
      List.of(Released.NUMBER, OF_PRODUCT, HIERARCHY, ORDER);
  private static final List<String> CATEGORY = List.of(HIERARCHY, NAME, PARENT, SHOWN);

  CategoryPaths all() {
    return hierarchy.isEmpty()
        ? CategoryPaths.NONE
        : paths(api.everywhere(ASSIGNMENTS, own(), ASSIGNMENT));
  }

  /**
   * @param numbers of products
   */
  CategoryPaths of(List<String> numbers) {
    return hierarchy.isEmpty()
        ? CategoryPaths.NONE
        : paths(api.everywhereOf(ASSIGNMENTS, Released.NUMBER, numbers, ASSIGNMENT));
  }

  private CategoryPaths paths(List<JsonNode> assigned) {
    List<JsonNode> within =
        assigned.stream()
            .filter(row -> Row.text(row, HIERARCHY).equalsIgnoreCase(hierarchy))
            .sorted(
                Comparator.comparing((JsonNode row) -> Row.number(row, ORDER))
                    .thenComparing(row -> Row.text(row, OF_PRODUCT)))
            .toList();
    return new CategoryPaths(
        Assortment.by(Released.NUMBER, within),
        api.everywhere(CATEGORIES, own(), CATEGORY).stream()
            .collect(
                Collectors.toMap(
                    row -> Released.key(Row.text(row, NAME)), Function.identity(), (a, b) -> a)));
  }

  private String own() {
    return FnoApi.equal(HIERARCHY, hierarchy);
  }
}
