package dev.kontor.twin.shopware.write;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.schema.Entity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes away a row's words in one language: a delete of product_translation and the like. */
final class WordRows {
  private static final String KEY = "translations";
  private final Tables tables;

  WordRows(Tables tables) {
    this.tables = tables;
  }

  /** False when the row has no words in that language. */
  boolean remove(Entity entity, JsonNode key) {
    String id = key.path(entity.keyName()).asString("");
    String languageId = key.path("languageId").asString("");
    ObjectNode row = tables.find(entity.name(), id).orElse(null);
    if (row == null || !row.path(KEY).has(languageId)) {
      return false;
    }
    ObjectNode words = ((ObjectNode) row.get(KEY)).deepCopy();
    words.remove(languageId);
    tables.updateSilently(entity.name(), id, Json.object().set(KEY, words));
    return true;
  }
}
