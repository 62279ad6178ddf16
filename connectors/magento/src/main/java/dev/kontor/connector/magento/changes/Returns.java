package dev.kontor.connector.magento.changes;

import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.api.SearchCriteria;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Goods that come back (Adobe Commerce, RMA). A return has no time of change, so a poll looks at
 * all that are open, and at new ones, and compares them with what the last poll saw.
 */
final class Returns {

  private static final String PATH = "returns";
  private static final String OVER = "closed,processed_closed";

  private final MagentoApi api;

  Returns(MagentoApi api) {
    this.api = api;
  }

  /** Of orders, by their id. */
  Map<String, List<JsonNode>> of(List<String> orders) {
    Map<String, List<JsonNode>> returns = new HashMap<>();
    if (!orders.isEmpty()) {
      for (JsonNode row : api.all(PATH, "order_id", orders, null)) {
        returns.computeIfAbsent(order(row), id -> new ArrayList<>()).add(row);
      }
    }
    return returns;
  }

  /** As they are, of which nothing is news. */
  SeenReturns now() {
    Map<String, KnownReturn> open = open();
    List<JsonNode> newest =
        api.search(PATH, new SearchCriteria(1).descending("entity_id").only("entity_id"));
    String last = newest.isEmpty() ? "0" : newest.getFirst().path("entity_id").asString("0");
    return new SeenReturns(last, open, false);
  }

  /**
   * What is seen by now.
   *
   * @param orders takes those whose returns changed, so many as it may hold
   * @return equal to what was seen before where nothing changed; what found no room is seen later
   */
  SeenReturns since(SeenReturns before, int limit, Set<String> orders) {
    Map<String, KnownReturn> found = new LinkedHashMap<>(before.open());
    Map<String, KnownReturn> now = open();
    List<JsonNode> fresh = rows(criteria -> criteria.above("entity_id", before.last()));
    for (JsonNode row : fresh) {
      now.putIfAbsent(id(row), known(row));
    }
    String last = before.last();
    Map<String, KnownReturn> all = new LinkedHashMap<>(before.open());
    all.putAll(now);
    for (Map.Entry<String, KnownReturn> one : all.entrySet()) {
      KnownReturn is = now.get(one.getKey());
      if (one.getValue().equals(before.open().get(one.getKey())) && is != null) {
        continue;
      }
      if (orders.size() >= limit && !orders.contains(one.getValue().order())) {
        return new SeenReturns(last, found, true);
      }
      orders.add(one.getValue().order());
      found.remove(one.getKey());
      if (is != null) {
        found.put(one.getKey(), is);
      }
      last = newer(last, one.getKey());
    }
    fresh.stream().filter(Returns::isOver).forEach(row -> found.remove(id(row)));
    return new SeenReturns(last, found, false);
  }

  private static String newer(String one, String other) {
    return Long.parseLong(other) > Long.parseLong(one) ? other : one;
  }

  private Map<String, KnownReturn> open() {
    Map<String, KnownReturn> open = new LinkedHashMap<>();
    rows(criteria -> criteria.where("status", "nin", OVER))
        .forEach(row -> open.put(id(row), known(row)));
    return open;
  }

  private List<JsonNode> rows(UnaryOperator<SearchCriteria> narrowed) {
    return api.each(PATH, narrowed, null);
  }

  private static boolean isOver(JsonNode row) {
    return List.of(OVER.split(",")).contains(row.path("status").asString(""));
  }

  private static String id(JsonNode row) {
    return row.path("entity_id").asString("");
  }

  private static String order(JsonNode row) {
    return row.path("order_id").asString("");
  }

  private static KnownReturn known(JsonNode row) {
    byte[] bytes = told(row).getBytes(StandardCharsets.UTF_8);
    return new KnownReturn(order(row), UUID.nameUUIDFromBytes(bytes).toString().substring(0, 8));
  }

  /** What of a return matters to its order; a comment does not. */
  static String told(JsonNode row) {
    return id(row)
        + "|"
        + row.path("status").asString("")
        + "|"
        + row.path("items")
            .valueStream()
            .map(
                item ->
                    item.path("order_item_id").asString("")
                        + " "
                        + item.path("status").asString("")
                        + " "
                        + item.path("qty_returned").asString("")
                        + " "
                        + item.path("qty_approved").asString(""))
            .collect(Collectors.joining(","));
  }
}
