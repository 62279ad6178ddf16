package dev.kontor.twin.magento.search;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a search asks for: groups joined by AND, filters of a group by OR (magento/contract.md §2).
 *
 * @param echo as the answer repeats it
 */
public record Criteria(
    List<List<Filter>> groups, List<Sort> sorts, int pageSize, int page, ObjectNode echo) {

  /** Reads a criteria object whose types are checked already. */
  public static Criteria of(JsonNode json) {
    ObjectNode echo = Json.object();
    ArrayNode echoed = echo.putArray("filter_groups");
    List<List<Filter>> groups = new ArrayList<>();
    json.path("filter_groups").forEach(g -> groups.add(group(g, echoed.addObject())));
    List<Sort> sorts = new ArrayList<>();
    if (json.hasNonNull("sort_orders")) {
      echo.set("sort_orders", json.get("sort_orders"));
      json.path("sort_orders").forEach(s -> sorts.add(sort(s)));
    }
    number(json, echo, "page_size");
    number(json, echo, "current_page");
    int page = Math.max(1, echo.path("current_page").asInt(1));
    return new Criteria(groups, sorts, echo.path("page_size").asInt(0), page, echo);
  }

  private static List<Filter> group(JsonNode group, ObjectNode echo) {
    ArrayNode echoed = echo.putArray("filters");
    List<Filter> filters = new ArrayList<>();
    for (JsonNode filter : group.path("filters")) {
      String condition = filter.path("condition_type").asString("eq");
      ObjectNode shown = ((ObjectNode) filter).deepCopy();
      echoed.add(shown.put("condition_type", condition));
      filters.add(
          new Filter(
              filter.path("field").asString(""), filter.path("value").asString(""), condition));
    }
    return filters;
  }

  // Without a direction the shop sorts downwards.
  private static Sort sort(JsonNode sort) {
    String direction = sort.path("direction").asString("DESC").toUpperCase(Locale.ROOT);
    if (!direction.equals("ASC") && !direction.equals("DESC")) {
      throw ApiError.of(
          400,
          "The sort order has to be specified as \"ASC\" for ascending order or \"DESC\" for"
              + " descending order.");
    }
    ((ObjectNode) sort).put("direction", direction);
    return new Sort(sort.path("field").asString(""), direction.equals("ASC"));
  }

  private static void number(JsonNode json, ObjectNode echo, String name) {
    if (json.hasNonNull(name)) {
      echo.set(name, json.get(name));
    }
  }

  /** The values one of which a row's column must have, if a group says so and nothing else. */
  public Optional<List<String>> named(String column) {
    return groups.stream()
        .filter(g -> !g.isEmpty() && g.stream().allMatch(f -> f.isNaming(column)))
        .findFirst()
        .map(g -> g.stream().flatMap(Filter::named).toList());
  }

  boolean matches(Columns columns, ObjectNode row) {
    return groups.stream()
        .allMatch(g -> g.isEmpty() || g.stream().anyMatch(f -> f.matches(columns, row)));
  }
}
