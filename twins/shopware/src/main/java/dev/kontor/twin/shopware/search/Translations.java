package dev.kontor.twin.shopware.search;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.schema.Entity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row's words in other languages. The system language's stand in the row's own fields, those of
 * others below one key by language id.
 */
public final class Translations {
  /** Where a row keeps them: {@code {languageId: {field: value}}}. */
  public static final String KEY = "translations";

  private Translations() {}

  /** The row as it reads in a language: translated fields are null where it has none of its own. */
  static ObjectNode in(String languageId, ObjectNode row, Entity entity) {
    if (languageId.equals(Values.SYSTEM_LANGUAGE) || entity.translated().isEmpty()) {
      return row;
    }
    ObjectNode read = row.deepCopy();
    JsonNode words = row.path(KEY).path(languageId);
    entity.translated().forEach(field -> read.set(field, Values.orNull(words.get(field))));
    return read;
  }

  /** What a shopper reads: the language's word, else the system language's. */
  static JsonNode fallback(String languageId, ObjectNode row, String field) {
    JsonNode word = row.path(KEY).path(languageId).path(field);
    return word.isMissingNode() || word.isNull() ? Values.orNull(row.get(field)) : word;
  }

  /** The same, null when there is no word at all. */
  public static @org.jspecify.annotations.Nullable String text(
      String languageId, ObjectNode row, String field) {
    JsonNode word = fallback(languageId, row, field);
    return word.isString() ? word.stringValue() : null;
  }

  /** A variant's words, where it has none its parent's. */
  static ObjectNode filled(ObjectNode own, JsonNode parent) {
    ObjectNode full = parent instanceof ObjectNode words ? words.deepCopy() : Json.object();
    for (var language : own.properties()) {
      ObjectNode words = full.withObject(language.getKey());
      language.getValue().properties().forEach(w -> words.set(w.getKey(), w.getValue()));
    }
    return full;
  }
}
