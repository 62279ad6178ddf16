package dev.kontor.twin.shopware.search;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.schema.Association;
import dev.kontor.twin.shopware.schema.Entity;
import dev.kontor.twin.shopware.schema.Field;
import dev.kontor.twin.shopware.schema.Kind;
import dev.kontor.twin.shopware.schema.Property;
import dev.kontor.twin.shopware.schema.Schema;
import dev.kontor.twin.shopware.schema.Unasked;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** A row as plain JSON (Accept: application/json), in the shape of the recorded orders. */
public final class View {
  private final Schema schema;
  private final Relations relations;
  private final Search search;
  private final Inheritance inheritance;

  public View(Schema schema, Relations relations, Search search, Inheritance inheritance) {
    this.schema = schema;
    this.relations = relations;
    this.search = search;
    this.inheritance = inheritance;
  }

  /** The row with the criteria's associations and includes. */
  public ObjectNode json(ObjectNode row, Entity entity, Criteria criteria, Reading reading) {
    return new Printer(criteria.includes(), reading).print(row, entity, criteria);
  }

  private final class Printer {
    private final Map<String, Set<String>> includes;
    private final Reading reading;

    Printer(Map<String, Set<String>> includes, Reading reading) {
      this.includes = includes;
      this.reading = reading;
    }

    ObjectNode print(ObjectNode stored, Entity entity, Criteria criteria) {
      String language = reading.languageId();
      boolean product = reading.inheriting() && entity.name().equals("product");
      ObjectNode row = product ? inheritance.resolved(stored) : stored;
      ObjectNode worded = Translations.in(language, stored, entity);
      ObjectNode json = head(row, entity, language);
      for (Property property : entity.properties().values()) {
        switch (property) {
          case Field field when field.hidden() -> {}
          case Field field ->
              json.set(
                  field.name(),
                  value(entity.isTranslated(field.name()) ? worded : row, entity, field));
          case Association association ->
              json.set(association.name(), association(row, entity, association, criteria));
        }
      }
      JsonNode custom = (product ? row : worded).get("customFields");
      json.set("customFields", Values.orNull(custom));
      json.set("id", row.get("id"));
      json.put("apiAlias", entity.name());
      return included(json, entity.name());
    }

    private JsonNode association(
        ObjectNode row, Entity entity, Association association, Criteria criteria) {
      Criteria nested = criteria.associations().get(association.name());
      if (nested == null && association.unasked() != Unasked.LOADED) {
        boolean empty = association.unasked() == Unasked.EMPTY;
        return empty ? Json.array() : NullNode.getInstance();
      }
      if (association.name().equals(Translations.KEY)) {
        return TranslationRows.of(row, entity);
      }
      Criteria asked = nested == null ? Criteria.plain() : nested;
      List<ObjectNode> found =
          reading.inheriting()
              ? inheritance.rows(row, association, relations)
              : relations.rows(row, association);
      List<ObjectNode> rows = search.associated(found, asked);
      List<ObjectNode> printed =
          rows.stream().map(r -> print(r, schema.entity(association.target()), asked)).toList();
      if (association.toMany()) {
        return Json.array().addAll(printed);
      }
      return printed.isEmpty() ? NullNode.getInstance() : printed.getFirst();
    }

    private ObjectNode included(ObjectNode json, String alias) {
      Set<String> fields = includes.get(alias);
      if (fields == null) {
        return json;
      }
      ObjectNode kept = Json.object();
      json.properties().stream()
          .filter(p -> fields.contains(p.getKey()) || p.getKey().equals("apiAlias"))
          .forEach(p -> kept.set(p.getKey(), p.getValue()));
      return kept;
    }
  }

  private static ObjectNode head(ObjectNode row, Entity entity, String language) {
    ObjectNode json = Json.object();
    ObjectNode keys = json.putObject("extensions").putObject("foreignKeys");
    keys.putArray("extensions");
    keys.put("apiAlias", entity.name() + "_foreign_keys_extension");
    json.set("_uniqueIdentifier", row.get("id"));
    json.put("versionId", entity.versioned() ? Values.LIVE_VERSION : null);
    json.set("translated", translated(row, entity, language));
    json.set("createdAt", Values.orNull(row.get("createdAt")));
    json.set("updatedAt", Values.orNull(row.get("updatedAt")));
    return json;
  }

  private static JsonNode translated(ObjectNode row, Entity entity, String language) {
    if (entity.translated().isEmpty()) {
      return Json.array();
    }
    ObjectNode translated = Json.object();
    for (String field : entity.translated()) {
      JsonNode value = Translations.fallback(language, row, field);
      boolean emptyMap = field.equals("customFields") && value.isNull();
      translated.set(field, emptyMap ? Json.array() : value);
    }
    return translated;
  }

  static JsonNode value(ObjectNode row, Entity entity, Field field) {
    if (field.kind() != Kind.VERSION) {
      return Values.orNull(row.get(field.name()));
    }
    // Unversioned entities have the version only beside a set id.
    String id = field.name().replace("VersionId", "Id");
    return entity.versioned() || row.hasNonNull(id)
        ? StringNode.valueOf(Values.LIVE_VERSION)
        : NullNode.getInstance();
  }
}
