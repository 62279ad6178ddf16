package dev.kontor.twin.shopware.search;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a search asks for.
 *
 * @param associations criteria of each association to load
 * @param includes fields to keep, by apiAlias
 * @param totalMode 0 rows of this page, 1 exact, 2 a lower bound that tells of next pages
 * @param touched other entities whose rows are read, for the privilege check
 */
public record Criteria(
    int page,
    int limit,
    List<Filter> filters,
    List<Order> sort,
    Map<String, Criteria> associations,
    Map<String, Set<String>> includes,
    List<String> ids,
    int totalMode,
    Set<String> touched) {

  public static final int MAX_LIMIT = 500;

  /** One sorting. */
  public record Order(Path path, boolean descending) {}

  /** Everything of one entity without associations. */
  public static Criteria plain() {
    return new Criteria(
        1, MAX_LIMIT, List.of(), List.of(), Map.of(), Map.of(), List.of(), 0, Set.of());
  }

  /** The same with these associations. */
  public Criteria with(Map<String, Criteria> more) {
    return new Criteria(page, limit, filters, sort, more, includes, ids, totalMode, touched);
  }
}
