package dev.kontor.twin.shopware.search;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.schema.Association;
import dev.kontor.twin.shopware.schema.Entity;
import dev.kontor.twin.shopware.schema.Schema;
import dev.kontor.twin.shopware.schema.Unasked;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Rows as a JSON:API document, the shop's default (orders-list fixture). */
public final class JsonApi {
  private final Schema schema;
  private final Relations relations;

  public JsonApi(Schema schema, Relations relations) {
    this.schema = schema;
    this.relations = relations;
  }

  /** A list document; base is the shop's address, self the address asked. */
  public ObjectNode list(
      Search.Page page, Entity entity, Criteria criteria, String base, String self) {
    Document document = new Document(base);
    ArrayNode data = Json.array();
    page.rows().forEach(r -> data.add(document.resource(r, entity, criteria)));
    ObjectNode json = document.json(data);
    json.putObject("links").put("self", self);
    json.putObject("meta").put("totalCountMode", criteria.totalMode()).put("total", page.total());
    json.putArray("aggregations");
    return json;
  }

  /** A document of one row. */
  public ObjectNode one(ObjectNode row, Entity entity, Criteria criteria, String base) {
    Document document = new Document(base);
    return document.json(document.resource(row, entity, criteria));
  }

  private final class Document {
    private final String base;
    private final Map<String, ObjectNode> included = new LinkedHashMap<>();

    Document(String base) {
      this.base = base;
    }

    ObjectNode json(JsonNode data) {
      ObjectNode json = Json.object();
      json.set("data", data);
      included.values().forEach(json.putArray("included")::add);
      return json;
    }

    ObjectNode resource(ObjectNode row, Entity entity, Criteria criteria) {
      ObjectNode json = Json.object();
      String id = Values.required(row, "id");
      json.put("id", id).put("type", entity.name());
      json.set("attributes", attributes(row, entity));
      String self = base + "/api/" + entity.route() + "/" + id;
      json.putObject("links").put("self", self);
      ObjectNode relationships = json.putObject("relationships");
      entity
          .associations()
          .forEach(a -> relationships.set(a.name(), relationship(row, a, criteria, self)));
      json.putNull("meta");
      return json;
    }

    private ObjectNode relationship(
        ObjectNode row, Association association, Criteria criteria, String self) {
      Criteria nested = criteria.associations().get(association.name());
      boolean asked = nested != null || association.unasked() == Unasked.LOADED;
      List<ObjectNode> rows = asked ? relations.rows(row, association) : List.of();
      ArrayNode links = Json.array();
      for (ObjectNode other : rows) {
        String id = Values.required(other, "id");
        links.addObject().put("type", association.target()).put("id", id);
        include(other, association.target(), nested == null ? Criteria.plain() : nested);
      }
      ObjectNode json = Json.object();
      JsonNode one = links.isEmpty() ? NullNode.getInstance() : links.get(0);
      json.set("data", association.toMany() ? links : one);
      json.putObject("links").put("related", self + "/" + kebab(association.name()));
      return json;
    }

    private void include(ObjectNode row, String target, Criteria criteria) {
      String key = target + "/" + Values.required(row, "id");
      if (!included.containsKey(key)) {
        included.put(key, Json.object());
        included.put(key, resource(row, schema.entity(target), criteria));
      }
    }
  }

  private static ObjectNode attributes(ObjectNode row, Entity entity) {
    ObjectNode attributes = Json.object();
    if (entity.versioned()) {
      attributes.put("versionId", Values.LIVE_VERSION);
    }
    entity
        .fields()
        .filter(f -> !f.hidden())
        .forEach(f -> attributes.set(f.name(), View.value(row, entity, f)));
    for (String field : List.of("customFields", "createdAt", "updatedAt")) {
      attributes.set(field, Values.orNull(row.get(field)));
    }
    attributes.put("apiAlias", entity.name() + "_foreign_keys_extension");
    return attributes;
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
