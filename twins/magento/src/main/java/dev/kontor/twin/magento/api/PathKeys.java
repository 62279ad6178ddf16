package dev.kontor.twin.magento.api;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Values of a path and of the body that mean the same. */
final class PathKeys {
  private PathKeys() {}

  /** The path's SKU replaces that of the product sent. */
  static void intoBody(Map<String, String> path, ObjectNode given) {
    String sku = path.get("sku");
    if (sku != null && given.get("product") instanceof ObjectNode product) {
      product.put("sku", sku);
    }
  }

  /** In a bulk request each item brings the values of its placeholders. */
  static Map<String, String> fromBody(Map<String, String> path, ObjectNode given) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : path.keySet()) {
      JsonNode own = given.path(name);
      String value = own.isMissingNode() ? nested(name, given) : own.asString("");
      values.put(name, value);
    }
    return values;
  }

  private static String nested(String name, ObjectNode given) {
    String snake = Names.snake(name);
    for (JsonNode object : given) {
      if (object.has(snake)) {
        return object.path(snake).asString("");
      }
    }
    return "";
  }
}
