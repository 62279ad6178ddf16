package dev.kontor.twin.shopware.write;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ApiError;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.schema.Association;
import dev.kontor.twin.shopware.schema.Entity;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts ids where a sync payload says {@code {resolver: "product.number", value: "SKU"}}; that one
 * resolver is all the shop's core has (Shopware's SyncFkResolver).
 */
final class KeyResolver {
  private static final String PRODUCT_NUMBER = "product.number";
  private final Tables tables;
  private final List<String[]> unresolved = new ArrayList<>();

  KeyResolver(Tables tables) {
    this.tables = tables;
  }

  /** A copy of the payload with ids; throws ApiError 400 that names every place without one. */
  ArrayNode resolved(Entity entity, JsonNode payload, String key) {
    ArrayNode rows = Json.array();
    int index = 0;
    for (JsonNode row : payload) {
      rows.add(row(entity, row, key + "/" + index++));
    }
    if (!unresolved.isEmpty()) {
      throw unresolved();
    }
    return rows;
  }

  private JsonNode row(Entity entity, JsonNode row, String pointer) {
    if (!(row instanceof ObjectNode object)) {
      return row;
    }
    ObjectNode copy = object.deepCopy();
    object
        .properties()
        .forEach(p -> copy.set(p.getKey(), value(entity, p.getKey(), p.getValue(), pointer)));
    return copy;
  }

  private JsonNode value(Entity entity, String name, JsonNode value, String pointer) {
    String at = pointer + "/" + name;
    if (value.has("resolver") && value.has("value")) {
      return reference(entity, name, value, at);
    }
    Association association = entity.association(name).filter(Association::known).orElse(null);
    if (association == null || !value.isContainer()) {
      return value;
    }
    Entity target = tables.schema().entity(association.target());
    if (!association.toMany()) {
      return row(target, value, at + "/0");
    }
    ArrayNode rows = Json.array();
    int index = 0;
    for (JsonNode child : value) {
      rows.add(row(target, child, at + "/" + index++));
    }
    return rows;
  }

  private JsonNode reference(Entity entity, String name, JsonNode value, String pointer) {
    boolean key = name.equals("id") || entity.field(name).map(f -> f.kind().isKey()).orElse(false);
    if (!key) {
      if (entity.field(name).isEmpty() && entity.association(name).isEmpty()) {
        throw ApiError.of(
            400,
            "FRAMEWORK__API_SYNC_RESOLVER_FIELD_NOT_FOUND",
            "Can not resolve entity field name "
                + entity.name()
                + "."
                + name
                + " for sync operation resolver",
            Json.object().put("entity", entity.name()).put("field", name));
      }
      return value;
    }
    String resolver = value.get("resolver").asString("");
    if (!resolver.equals(PRODUCT_NUMBER)) {
      throw ApiError.of(
          400,
          "API_RESOLVER_NOT_FOUND_EXCEPTION",
          "Foreign key resolver for key " + resolver + " not found",
          Json.object());
    }
    return tables.where("product", "productNumber", value.get("value").asString("")).stream()
        .findFirst()
        .map(p -> p.get("id"))
        .orElseGet(() -> absent(entity, name, value, pointer));
  }

  private JsonNode absent(Entity entity, String name, JsonNode value, String pointer) {
    if (!value.path("nullOnMissing").asBoolean(false)) {
      unresolved.add(new String[] {pointer, entity.name() + "." + name});
    }
    return Values.orNull(null);
  }

  private ApiError unresolved() {
    List<String> messages = new ArrayList<>();
    ObjectNode parameters = Json.object();
    for (int i = 0; i < unresolved.size(); i++) {
      String[] place = unresolved.get(i);
      messages.add(
          "Can not resolve foreign key at position " + place[0] + ". Reference field: " + place[1]);
      parameters.put("pointer-" + i, place[0]).put("field-" + i, place[1]);
    }
    return ApiError.of(
        400, "FRAMEWORK__API_INVALID_SYNC_RESOLVERS", String.join("\n", messages), parameters);
  }
}
