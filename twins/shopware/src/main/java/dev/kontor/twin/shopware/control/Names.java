package dev.kontor.twin.shopware.control;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** What rows are called, for people. */
record Names(Tables tables) {
  /** Names of the rows with these ids; of those that are gone, none. */
  ArrayNode of(String entity, JsonNode ids) {
    ArrayNode names = Json.array();
    for (JsonNode id : ids) {
      tables.find(entity, id.asString()).ifPresent(r -> names.add(Values.text(r, "name")));
    }
    return names;
  }
}
