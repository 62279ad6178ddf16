package dev.kontor.twin.shopware.search;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.schema.Entity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A row's words in all languages as rows of their own. */
final class TranslationRows {
  private TranslationRows() {}

  /** The association "translations": a row per language that has words. */
  static ArrayNode of(ObjectNode row, Entity entity) {
    ArrayNode list = Json.array();
    list.add(row(row, row, Values.SYSTEM_LANGUAGE, entity));
    row.path(Translations.KEY)
        .properties()
        .forEach(t -> list.add(row(t.getValue(), row, t.getKey(), entity)));
    return list;
  }

  private static ObjectNode row(JsonNode words, ObjectNode row, String languageId, Entity entity) {
    String id = Values.required(row, "id");
    ObjectNode json = Json.object().put("_uniqueIdentifier", id + "-" + languageId);
    json.put(entity.keyName(), id).put("languageId", languageId);
    entity.translated().forEach(field -> json.set(field, Values.orNull(words.get(field))));
    json.set("createdAt", Values.orNull(row.get("createdAt")));
    json.set("updatedAt", Values.orNull(row.get("updatedAt")));
    return json.put("apiAlias", entity.name() + "_translation");
  }
}
