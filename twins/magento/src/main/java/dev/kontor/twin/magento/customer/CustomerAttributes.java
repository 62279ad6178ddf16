package dev.kontor.twin.magento.customer;

import dev.kontor.twin.magento.data.Row;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A merchant's own attributes of customers; values of others are dropped silently. */
public final class CustomerAttributes {
  private static final String LIST = "custom_attributes";

  private final Set<String> codes = new TreeSet<>();

  public void add(String code) {
    codes.add(code);
  }

  /** Values that are not sent stay; an empty one goes. */
  void lay(JsonNode sent, ObjectNode row) {
    Map<String, JsonNode> values = new TreeMap<>();
    row.path(LIST).forEach(a -> values.put(Row.text(a, "attribute_code"), a.path("value")));
    sent.path(LIST).forEach(a -> values.put(Row.text(a, "attribute_code"), a.path("value")));
    row.remove(LIST);
    values.forEach(
        (code, value) -> {
          if (codes.contains(code) && !value.asString("").isEmpty()) {
            ArrayNode list = row.withArrayProperty(LIST);
            list.addObject().put("attribute_code", code).set("value", value);
          }
        });
  }
}
