package dev.kontor.connector.businesscentral;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What partners' pages say of orders and of the documents posted for them. What is joined by an
 * order's number stays after the order was posted and is gone.
 */
final class OrderJoined {

  private static final List<String> POSTED =
      List.of(OrderParts.SHIPMENTS, OrderParts.INVOICES, OrderParts.CREDIT_MEMOS);

  private final Map<String, Joined> bySet = new TreeMap<>();
  private final Map<String, ObjectNode> orders = new TreeMap<>();

  /** Reads them, and puts what belongs to posted documents into these. */
  OrderJoined(
      Configuration configuration, Company company, OrderParts parts, Collection<String> numbers) {
    OrderNews.SETS.forEach(
        set -> bySet.put(set, new Joined(new JoinedPages(configuration, company, Set.of(set)))));
    for (String number : numbers) {
      ObjectNode order = Json.object().put("number", number);
      parts.of(OrderParts.ORDERS, number).stream()
          .findFirst()
          .ifPresent(open -> order.set("id", open.path("id")));
      orders.put(number, order);
    }
    put(OrderParts.ORDERS, orders.values());
    for (String set : POSTED) {
      List<JsonNode> rows = new ArrayList<>();
      if (set.equals(OrderParts.CREDIT_MEMOS)) {
        rows.addAll(parts.memos());
      } else {
        numbers.forEach(number -> rows.addAll(parts.of(set, number)));
      }
      put(set, rows);
    }
  }

  private void put(String set, Collection<? extends JsonNode> rows) {
    Joined joined = bySet.get(set);
    if (joined != null) {
      joined.put(rows);
    }
  }

  /**
   * Puts it into what is told of an order: of the order itself as it is, of its posted documents as
   * a list.
   */
  void tell(ObjectNode content, String number, List<JsonNode> posted) {
    JsonNode order = orders.getOrDefault(number, Json.object());
    ObjectNode told = Json.object();
    order.path(Join.FIELD).properties().forEach(one -> told.set(one.getKey(), one.getValue()));
    ArrayNode problems = content.arrayNode();
    order.path(Joined.PROBLEMS).forEach(problems::add);
    for (JsonNode row : posted) {
      row.path(Join.FIELD)
          .properties()
          .forEach(
              one -> {
                ArrayNode all = told.withArray(one.getKey());
                if (one.getValue().isArray()) {
                  one.getValue().forEach(all::add);
                } else {
                  all.add(one.getValue());
                }
              });
      row.path(Joined.PROBLEMS).forEach(problems::add);
    }
    if (!told.isEmpty()) {
      content.set(Join.FIELD, told);
    }
    if (!problems.isEmpty()) {
      content.set(Joined.PROBLEMS, problems);
    }
  }
}
