package dev.kontor.twin.shopware.write;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ApiError;
import dev.kontor.twin.shopware.data.Keys;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.schema.Entity;
import dev.kontor.twin.shopware.schema.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sorts the translated fields of a payload by language: {@code name: "x"} is of the call's
 * language, {@code name: {language: "x"}} and {@code translations: {language: {name: "x"}}} name
 * theirs by id or by locale code (Shopware's TranslatedFieldSerializer).
 */
final class Words {
  private final Tables tables;
  private final Mode mode;

  Words(Tables tables, Mode mode) {
    this.tables = tables;
    this.mode = mode;
  }

  /** Words of the system language, and those of others by language id. */
  record Given(ObjectNode system, Map<String, ObjectNode> others) {
    void put(String languageId, String field, JsonNode value) {
      ObjectNode words =
          languageId.equals(Values.SYSTEM_LANGUAGE)
              ? system
              : others.computeIfAbsent(languageId, l -> Json.object());
      words.set(field, value);
    }
  }

  /** Throws ApiError for a language the shop does not have. */
  Given given(Entity entity, JsonNode payload, String pointer) {
    Given given = new Given(Json.object(), new LinkedHashMap<>());
    if (entity.translated().isEmpty()) {
      return given;
    }
    translations(entity, payload.path("translations"), given);
    for (String field : entity.translated()) {
      JsonNode value = payload.get(field);
      if (value != null && value.isObject() && !json(entity, field)) {
        value.properties().forEach(p -> given.put(language(p.getKey()), field, p.getValue()));
      } else if (value != null) {
        given.put(mode.languageId(), field, value);
      }
    }
    return given;
  }

  private static boolean json(Entity entity, String field) {
    return entity.field(field).map(f -> f.kind() == Kind.JSON).orElse(true);
  }

  private void translations(Entity entity, JsonNode translations, Given given) {
    if (translations.isObject()) {
      translations
          .properties()
          .forEach(t -> words(entity, language(t.getKey()), t.getValue(), given));
    }
    if (translations.isArray()) {
      translations.forEach(
          t -> words(entity, language(t.path("languageId").asString("")), t, given));
    }
  }

  private static void words(Entity entity, String languageId, JsonNode words, Given given) {
    entity.translated().stream()
        .filter(words::has)
        .forEach(field -> given.put(languageId, field, words.get(field)));
  }

  private String language(String key) {
    if (Keys.valid(key)) {
      if (tables.find("language", key).isEmpty()) {
        throw Writes.foreignKey("translation", "languageId", "language");
      }
      return key;
    }
    return tables.where("locale", "code", key).stream()
        .flatMap(l -> tables.where("language", "localeId", Values.required(l, "id")).stream())
        .map(l -> Values.required(l, "id"))
        .findFirst()
        .orElseThrow(
            () ->
                ApiError.of(
                    400,
                    "FRAMEWORK__LANGUAGE_NOT_FOUND",
                    "The language \"" + key + "\" was not found.",
                    Json.object().put("languageId", key)));
  }
}
