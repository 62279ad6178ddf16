package dev.kontor.twin.shopware.write;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ApiError;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.schema.Mapping;
import dev.kontor.twin.shopware.search.CriteriaReader;
import dev.kontor.twin.shopware.search.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Which rows a delete operation names, by key or by filter. */
final class Doomed {
  private final Tables tables;
  private final Search search;

  Doomed(Tables tables, Search search) {
    this.tables = tables;
    this.search = search;
  }

  /** Primary keys; throws ApiError 400 where one is incomplete or the criteria name nothing. */
  List<JsonNode> keys(Operation operation) {
    List<JsonNode> keys = new ArrayList<>();
    for (JsonNode payload : operation.payload()) {
      keys.add(key(operation, payload));
    }
    if (operation.criteria().isMissingNode()) {
      return keys;
    }
    if (operation.criteria().isEmpty()) {
      throw ApiError.of(
          400,
          "API_INVALID_SYNC_CRITERIA_EXCEPTION",
          "Sync operation "
              + operation.key()
              + ", with action \"delete\", requires a criteria with at least one filter and can only"
              + " be applied for mapping entities",
          Json.object());
    }
    Mapping mapping = operation.entity().mapping();
    keys.addAll(mapping == null ? rows(operation) : joins(mapping, operation.criteria()));
    return keys;
  }

  private static JsonNode key(Operation operation, JsonNode payload) {
    ObjectNode key = Json.object();
    for (String field : fields(operation)) {
      if (!payload.hasNonNull(field)) {
        throw Writes.keyMissing(operation.name(), field);
      }
      key.set(field, payload.get(field));
    }
    return key;
  }

  private static List<String> fields(Operation operation) {
    Mapping mapping = operation.entity().mapping();
    if (mapping != null) {
      return List.of(mapping.ownerKey(), mapping.targetKey());
    }
    return operation.translation()
        ? List.of(operation.entity().keyName(), "languageId")
        : List.of("id");
  }

  private List<JsonNode> rows(Operation operation) {
    ObjectNode body = Json.object().set("filter", operation.criteria());
    var criteria = new CriteriaReader(tables.schema()).read(body, operation.entity());
    List<JsonNode> keys = new ArrayList<>();
    search
        .page(operation.entity(), criteria)
        .rows()
        .forEach(r -> keys.add(Json.object().put("id", Values.required(r, "id"))));
    return keys;
  }

  private List<JsonNode> joins(Mapping mapping, JsonNode filters) {
    List<JsonNode> keys = new ArrayList<>();
    for (ObjectNode owner : tables.all(mapping.owner())) {
      for (JsonNode target : owner.path(mapping.list())) {
        ObjectNode key = Joins.key(mapping, Values.required(owner, "id"), target.asString());
        if (filters.valueStream().allMatch(f -> matches(f, key))) {
          keys.add(key);
        }
      }
    }
    return keys;
  }

  private static boolean matches(JsonNode filter, ObjectNode key) {
    JsonNode value = filter.path("value");
    String own = key.path(filter.path("field").asString("")).asString("");
    return switch (filter.path("type").asString("")) {
      case "equals" -> value.asString("").equals(own);
      case "equalsAny" ->
          value.isArray()
              ? value.valueStream().anyMatch(v -> v.asString("").equals(own))
              : Set.of(value.asString("").split("\\|")).contains(own);
      default ->
          throw ApiError.plain(
              400, "This twin deletes joins by equals and equalsAny filters only.");
    };
  }
}
