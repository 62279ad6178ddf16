package dev.kontor.twin.shopware.search;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.schema.Association;
import dev.kontor.twin.shopware.schema.Entity;
import dev.kontor.twin.shopware.schema.Field;
import dev.kontor.twin.shopware.schema.Kind;
import dev.kontor.twin.shopware.schema.Property;
import dev.kontor.twin.shopware.schema.Schema;
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

  /** The row with the criteria's associations and includes; variants complete when inheriting. */
  public ObjectNode json(ObjectNode row, Entity entity, Criteria criteria, boolean inheriting) {
    return new Printer(criteria.includes(), inheriting).print(row, entity, criteria);
  }

  private final class Printer {
    private final Map<String, Set<String>> includes;
    private final boolean inheriting;

    Printer(Map<String, Set<String>> includes, boolean inheriting) {
      this.includes = includes;
      this.inheriting = inheriting;
    }

    ObjectNode print(ObjectNode stored, Entity entity, Criteria criteria) {
      boolean product = inheriting && entity.name().equals("product");
      ObjectNode row = product ? inheritance.resolved(stored) : stored;
      ObjectNode json = head(row, entity);
      for (Property property : entity.properties().values()) {
        json.set(
            property.name(),
            switch (property) {
              case Field field ->
                  value(entity.isTranslated(field.name()) ? stored : row, entity, field);
              case Association association -> association(row, association, criteria);
            });
      }
      json.set("customFields", Values.orNull(row.get("customFields")));
      json.set("id", row.get("id"));
      json.put("apiAlias", entity.name());
      return included(json, entity.name());
    }

    private JsonNode association(ObjectNode row, Association association, Criteria criteria) {
      Criteria nested = criteria.associations().get(association.name());
      if (nested == null && association.unasked() != Association.Unasked.LOADED) {
        boolean empty = association.unasked() == Association.Unasked.EMPTY;
        return empty ? Json.array() : NullNode.getInstance();
      }
      Criteria asked = nested == null ? Criteria.plain() : nested;
      List<ObjectNode> rows = search.associated(relations.rows(row, association), asked);
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

  private static ObjectNode head(ObjectNode row, Entity entity) {
    ObjectNode json = Json.object();
    ObjectNode keys = json.putObject("extensions").putObject("foreignKeys");
    keys.putArray("extensions");
    keys.put("apiAlias", entity.name() + "_foreign_keys_extension");
    json.set("_uniqueIdentifier", row.get("id"));
    json.put("versionId", entity.versioned() ? Values.LIVE_VERSION : null);
    json.set("translated", translated(row, entity));
    json.set("createdAt", Values.orNull(row.get("createdAt")));
    json.set("updatedAt", Values.orNull(row.get("updatedAt")));
    return json;
  }

  private static JsonNode translated(ObjectNode row, Entity entity) {
    if (entity.translated().isEmpty()) {
      return Json.array();
    }
    ObjectNode translated = Json.object();
    for (String field : entity.translated()) {
      JsonNode value = row.get(field);
      boolean emptyMap = field.equals("customFields") && (value == null || value.isNull());
      translated.set(field, emptyMap ? Json.array() : Values.orNull(value));
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
