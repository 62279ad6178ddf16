package dev.kontor.twin.shopware.write;

import dev.kontor.twin.kit.Json;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Primary keys per entity, entities by name, keys in the order they were written. */
final class Touched {
  private final Map<String, Set<JsonNode>> keys = new TreeMap<>();

  void add(String entity, JsonNode key) {
    keys.computeIfAbsent(entity, e -> new LinkedHashSet<>()).add(key);
  }

  void add(String entity, String id) {
    add(entity, Json.MAPPER.getNodeFactory().stringNode(id));
  }

  /** A map of lists, [] when nothing was touched. */
  JsonNode json() {
    if (keys.isEmpty()) {
      return Json.array();
    }
    ObjectNode json = Json.object();
    keys.forEach((entity, ids) -> ids.forEach(json.withArray(entity)::add));
    return json;
  }
}
