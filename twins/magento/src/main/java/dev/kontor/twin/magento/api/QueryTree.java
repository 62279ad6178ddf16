package dev.kontor.twin.magento.api;

import dev.kontor.twin.kit.Json;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A query as PHP reads it: {@code a[b][0][c]=x} is a tree; numbered branches become lists. */
final class QueryTree {
  private static final Pattern BRANCH = Pattern.compile("\\[([^]]*)]");

  private QueryTree() {}

  static ObjectNode of(Map<String, String> query) {
    ObjectNode tree = Json.object();
    query.forEach((name, value) -> put(tree, name, value));
    return (ObjectNode) listed(tree);
  }

  private static void put(ObjectNode tree, String name, String value) {
    int bracket = name.indexOf('[');
    String key = bracket <= 0 ? name : name.substring(0, bracket);
    ObjectNode at = tree;
    if (bracket > 0) {
      Matcher branch = BRANCH.matcher(name.substring(bracket));
      while (branch.find()) {
        at = at.get(key) instanceof ObjectNode known ? known : at.putObject(key);
        key = branch.group(1).isEmpty() ? String.valueOf(at.size()) : branch.group(1);
      }
    }
    at.put(key, value);
  }

  private static JsonNode listed(ObjectNode branch) {
    boolean numbered =
        !branch.isEmpty() && branch.propertyNames().stream().allMatch(n -> n.matches("\\d+"));
    ArrayNode list = Json.array();
    ObjectNode object = Json.object();
    for (var entry : branch.properties()) {
      JsonNode value =
          entry.getValue() instanceof ObjectNode inner ? listed(inner) : entry.getValue();
      if (numbered) {
        list.add(value);
      } else {
        object.set(entry.getKey(), value);
      }
    }
    return numbered ? list : object;
  }
}
