package dev.kontor.twin.kit;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON as a system tells it whose fields have other names. */
final class RenamedFields {
  private RenamedFields() {}

  /** A copy in which each object's property is called by its new name, at every depth. */
  static JsonNode of(JsonNode node, Map<String, String> names) {
    return switch (node) {
      case ObjectNode object -> of(object, names);
      case ArrayNode array -> of(array, names);
      default -> node;
    };
  }

  private static ObjectNode of(ObjectNode object, Map<String, String> names) {
    ObjectNode copy = Json.object();
    object
        .properties()
        .forEach(
            p -> copy.set(names.getOrDefault(p.getKey(), p.getKey()), of(p.getValue(), names)));
    return copy;
  }

  private static ArrayNode of(ArrayNode array, Map<String, String> names) {
    ArrayNode copy = Json.array();
    array.forEach(element -> copy.add(of(element, names)));
    return copy;
  }
}
