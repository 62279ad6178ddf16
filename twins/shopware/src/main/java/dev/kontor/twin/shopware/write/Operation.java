package dev.kontor.twin.shopware.write;

import dev.kontor.twin.shopware.schema.Entity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * One operation of a sync call.
 *
 * @param translation the entity's words in a language are meant, such as product_translation
 * @param criteria filters of a delete instead of keys; missing node when there are none
 */
record Operation(
    String key,
    Entity entity,
    boolean translation,
    boolean delete,
    ArrayNode payload,
    JsonNode criteria) {

  /** Whether its rows have no id of their own. */
  boolean joins() {
    return translation || entity.mapping() != null;
  }

  String name() {
    return translation ? entity.name() + "_translation" : entity.name();
  }

  /** A primary key as the answer prints it: the id alone where there is one. */
  JsonNode shown(JsonNode key) {
    return joins() ? key : key.get("id");
  }
}
