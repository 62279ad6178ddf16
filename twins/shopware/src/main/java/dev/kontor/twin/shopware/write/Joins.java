package dev.kontor.twin.shopware.write;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.schema.Entity;
import dev.kontor.twin.shopware.schema.Mapping;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes mapping entities: joins kept as lists of ids in their owner's row. */
final class Joins {
  private final Tables tables;

  Joins(Tables tables) {
    this.tables = tables;
  }

  /** The mapping that fills this list of this owner, if the shop has one. */
  Optional<Entity> of(String owner, String list) {
    return tables.schema().all().stream()
        .filter(e -> e.mapping() != null && fills(e.mapping(), owner, list))
        .findFirst();
  }

  private static boolean fills(Mapping mapping, String owner, String list) {
    return mapping.owner().equals(owner) && mapping.list().equals(list);
  }

  /** Both ids, as sync names the join. */
  static ObjectNode key(Mapping mapping, String ownerId, String targetId) {
    return Json.object().put(mapping.ownerKey(), ownerId).put(mapping.targetKey(), targetId);
  }

  static ObjectNode key(Mapping mapping, JsonNode payload) {
    return key(
        mapping,
        payload.path(mapping.ownerKey()).asString(""),
        payload.path(mapping.targetKey()).asString(""));
  }

  /** Adds a join by both ids; the owner's updatedAt stays. Throws ApiError 500 1452. */
  void add(Entity entity, Mapping mapping, JsonNode payload) {
    String targetId = payload.path(mapping.targetKey()).asString("");
    ObjectNode owner =
        tables
            .find(mapping.owner(), payload.path(mapping.ownerKey()).asString(""))
            .orElseThrow(
                () -> Writes.foreignKey(entity.name(), mapping.ownerKey(), mapping.owner()));
    if (tables.find(mapping.target(), targetId).isEmpty()) {
      throw Writes.foreignKey(entity.name(), mapping.targetKey(), mapping.target());
    }
    store(mapping, owner, with(owner.path(mapping.list()), targetId));
  }

  /** False when there is no such join. */
  boolean remove(Mapping mapping, JsonNode key) {
    String targetId = key.path(mapping.targetKey()).asString("");
    ObjectNode owner =
        tables.find(mapping.owner(), key.path(mapping.ownerKey()).asString("")).orElse(null);
    return owner != null && remove(mapping, owner, targetId);
  }

  private boolean remove(Mapping mapping, ObjectNode owner, String targetId) {
    JsonNode list = owner.path(mapping.list());
    ArrayNode rest = without(list, targetId);
    if (rest.size() == list.size()) {
      return false;
    }
    store(mapping, owner, rest.isEmpty() ? null : rest);
    return true;
  }

  /** The target is gone: nobody is joined with it any more. */
  void forget(String target, String targetId) {
    tables.schema().all().stream()
        .map(Entity::mapping)
        .filter(m -> m != null && m.target().equals(target))
        .forEach(
            mapping ->
                java.util.List.copyOf(tables.all(mapping.owner()))
                    .forEach(owner -> remove(mapping, owner, targetId)));
  }

  private void store(Mapping mapping, ObjectNode owner, @Nullable ArrayNode list) {
    ObjectNode fields = Json.object();
    fields.set(mapping.list(), list == null ? Json.MAPPER.nullNode() : list);
    tables.updateSilently(mapping.owner(), Values.required(owner, "id"), fields);
  }

  /** The list with one more id, unless it is there. */
  static ArrayNode with(JsonNode list, String id) {
    ArrayNode all = without(list, id);
    if (all.size() == list.size()) {
      return all.add(id);
    }
    ArrayNode same = Json.array();
    list.forEach(same::add);
    return same;
  }

  private static ArrayNode without(JsonNode list, String id) {
    ArrayNode rest = Json.array();
    list.valueStream().filter(v -> !v.asString().equals(id)).forEach(rest::add);
    return rest;
  }
}
