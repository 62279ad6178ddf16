package dev.kontor.twin.magento.search;

import dev.kontor.twin.kit.Json;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds one page. Past the last page there are no items but the true count; without a page size
 * everything comes, and a negative size gives one row (magento/observed.md "Paging and filters").
 */
public final class Search {
  private Search() {}

  /** {@code {items, search_criteria, total_count}}. */
  public static ObjectNode page(
      Criteria criteria,
      Columns columns,
      Collection<ObjectNode> rows,
      Function<ObjectNode, JsonNode> view) {
    check(criteria, columns);
    List<ObjectNode> found =
        sorted(criteria, columns, rows.stream().filter(r -> criteria.matches(columns, r)).toList());
    ObjectNode answer = Json.object();
    ArrayNode items = answer.putArray("items");
    int size = criteria.pageSize() == 0 ? Integer.MAX_VALUE : Math.max(1, criteria.pageSize());
    found.stream()
        .skip((long) size * (criteria.page() - 1))
        .limit(size)
        .forEach(r -> items.add(view.apply(r)));
    answer.set("search_criteria", criteria.echo());
    return answer.put("total_count", found.size());
  }

  // An unknown field is refused also where there is no row to compare.
  private static void check(Criteria criteria, Columns columns) {
    criteria.groups().forEach(g -> g.forEach(f -> columns.kind(f.field())));
  }

  // Rows that compare equal stay in the order of their numbers.
  private static List<ObjectNode> sorted(
      Criteria criteria, Columns columns, List<ObjectNode> found) {
    return criteria.sorts().stream()
        .map(s -> s.in(columns))
        .reduce(Comparator::thenComparing)
        .map(order -> found.stream().sorted(order).toList())
        .orElse(found);
  }
}
