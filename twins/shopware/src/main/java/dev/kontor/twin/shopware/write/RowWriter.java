package dev.kontor.twin.shopware.write;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ApiError;
import dev.kontor.twin.shopware.data.Keys;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.index.Stale;
import dev.kontor.twin.shopware.schema.Association;
import dev.kontor.twin.shopware.schema.Entity;
import dev.kontor.twin.shopware.schema.Link;
import dev.kontor.twin.shopware.schema.Mapping;
import dev.kontor.twin.shopware.shop.Stock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Upserts payloads with their nested associations. */
final class RowWriter {
  // A write of these changes what the shop offers for sale.
  private static final List<String> SALEABLE = List.of("stock", "isCloseout", "minPurchase");
  private static final String CATEGORY_TREE = "categoryTree";

  private final Tables tables;
  private final Keys keys;
  private final Stock stock;
  private final Touched touched;
  private final Stale stale;
  private final Violations violations = new Violations();
  private final RowReader reader;
  private final References references;
  private final UniqueKeys unique;
  private final Joins joins;
  private final Rights rights;
  private final Mode mode;

  RowWriter(
      Tables tables,
      Keys keys,
      Stock stock,
      Touched touched,
      Stale stale,
      Rights rights,
      Mode mode) {
    this.rights = rights;
    this.mode = mode;
    this.tables = tables;
    this.keys = keys;
    this.stock = stock;
    this.touched = touched;
    this.stale = stale;
    this.reader = new RowReader(violations, new Words(tables, mode));
    this.references = new References(tables);
    this.unique = new UniqueKeys(tables);
    this.joins = new Joins(tables);
  }

  /** Throws ApiError 400 with all violations, else 403, else what the database refuses. */
  void finish() {
    violations.raise();
    mode.rights().accept(rights.needed());
    references.verify();
  }

  /** Writes and returns the row's id; violations are collected, other errors thrown. */
  String upsert(Entity entity, JsonNode payload, String pointer) {
    return upsert(entity, payload, pointer, Map.of());
  }

  /** Joins two rows by a mapping entity. */
  void join(Entity entity, Mapping mapping, JsonNode payload, String pointer) {
    for (String key : List.of(mapping.ownerKey(), mapping.targetKey())) {
      if (!payload.hasNonNull(key)) {
        violations.blank(pointer + "/" + key);
        return;
      }
    }
    rights.write(entity.name(), false);
    joins.add(entity, mapping, payload);
    touched.add(entity.name(), Joins.key(mapping, payload));
    tables
        .find(mapping.owner(), payload.path(mapping.ownerKey()).asString())
        .ifPresent(owner -> stale.touch(mapping.owner(), owner));
  }

  private String upsert(
      Entity entity, JsonNode given, String pointer, Map<String, String> parents) {
    ObjectNode payload = completed(entity, given, pointer, parents);
    String id = payload.hasNonNull("id") ? payload.get("id").asString() : keys.id();
    if (!Keys.valid(id)) {
      throw Writes.invalidId(id);
    }
    Map<String, String> mine = new HashMap<>(parents);
    mine.put(entity.name(), id);
    Optional<ObjectNode> stored = tables.find(entity.name(), id);
    ObjectNode fields = Json.object();
    List<Runnable> after = new ArrayList<>();
    toOne(entity, payload, pointer, fields, mine, after);
    reader.read(entity, payload, pointer, stored, fields);
    if (entity.name().equals("rule_condition")) {
      condition(fields, stored, pointer);
    }
    boolean joined = lists(entity, id, payload, pointer, stored, after);
    store(entity, id, fields, stored, joined);
    after.forEach(Runnable::run);
    toMany(entity, id, payload, pointer, mine);
    return id;
  }

  // A nested row need not name the rows it stands in.
  private static ObjectNode completed(
      Entity entity, JsonNode given, String pointer, Map<String, String> parents) {
    if (!(given instanceof ObjectNode object)) {
      throw ApiError.plain(400, "Expected data at " + pointer + " to be an array.");
    }
    ObjectNode payload = object.deepCopy();
    parents.forEach(
        (parent, id) ->
            entity.keyOf(parent).filter(k -> !payload.has(k)).ifPresent(k -> payload.put(k, id)));
    return payload;
  }

  private void toOne(
      Entity entity,
      JsonNode payload,
      String pointer,
      ObjectNode fields,
      Map<String, String> mine,
      List<Runnable> after) {
    entity
        .associations()
        .filter(a -> a.link() == Link.ONE && a.known() && payload.path(a.name()).isObject())
        .forEach(
            a -> {
              ObjectNode child = ((ObjectNode) payload.get(a.name())).deepCopy();
              String at = pointer + "/" + a.name();
              if (target(a).keyOf(entity.name()).isPresent()) {
                String id = child.hasNonNull("id") ? child.get("id").asString() : keys.id();
                after.add(() -> upsert(target(a), child.put("id", id), at, mine));
                fields.put(a.key(), id);
              } else {
                fields.put(a.key(), upsert(target(a), child, at, mine));
              }
            });
  }

  private void toMany(
      Entity entity, String id, JsonNode payload, String pointer, Map<String, String> mine) {
    entity
        .associations()
        .filter(a -> a.link() == Link.MANY && a.known() && payload.path(a.name()).isArray())
        .forEach(
            a -> {
              int index = 0;
              for (JsonNode child : payload.get(a.name())) {
                String at = pointer + "/" + a.name() + "/" + index++;
                if (child instanceof ObjectNode object) {
                  upsert(target(a), object.deepCopy().put(a.key(), id), at, mine);
                } else {
                  violations.type(at, child, "array");
                }
              }
            });
  }

  // Lists of ids only grow: a write adds, it never removes (contract §3).
  private boolean lists(
      Entity entity,
      String id,
      JsonNode payload,
      String pointer,
      Optional<ObjectNode> stored,
      List<Runnable> after) {
    List<Association> given =
        entity
            .associations()
            .filter(a -> a.link() == Link.LISTED && payload.path(a.name()).isArray())
            .filter(a -> !a.key().equals(CATEGORY_TREE))
            .toList();
    for (Association association : given) {
      ArrayNode ids = Json.array();
      stored.ifPresent(row -> row.path(association.key()).forEach(ids::add));
      ArrayNode all = ids;
      int index = 0;
      for (JsonNode child : payload.get(association.name())) {
        String at = pointer + "/" + association.name() + "/" + index++;
        String targetId = listed(entity, association, child, at);
        all = Joins.with(all, targetId);
        joins
            .of(entity.name(), association.key())
            .ifPresent(
                m -> {
                  rights.write(m.name(), false);
                  touched.add(
                      m.name(),
                      Joins.key(java.util.Objects.requireNonNull(m.mapping()), id, targetId));
                });
      }
      ObjectNode list = Json.object().set(association.key(), all);
      after.add(() -> tables.updateSilently(entity.name(), id, list));
    }
    return !given.isEmpty();
  }

  // Only an id links; anything more is an upsert (ManyToManyAssociationFieldSerializer).
  private String listed(Entity entity, Association association, JsonNode child, String pointer) {
    String id = child.path("id").asString("");
    if (child.size() > 1 || id.isEmpty()) {
      return upsert(target(association), child, pointer, Map.of());
    }
    String join = joins.of(entity.name(), association.key()).map(Entity::name).orElse("tag");
    references.need(join, association.target() + "Id", association.target(), id);
    return id;
  }

  private void condition(ObjectNode fields, Optional<ObjectNode> stored, String pointer) {
    ObjectNode whole = stored.map(ObjectNode::deepCopy).orElseGet(Json::object).setAll(fields);
    String type = Values.text(whole, "type");
    if (type != null) {
      new Conditions(violations).check(type, whole.path("value"), pointer);
    }
  }

  private void store(
      Entity entity, String id, ObjectNode fields, Optional<ObjectNode> stored, boolean joined) {
    String name = entity.name();
    rights.write(name, stored.isPresent());
    references.of(entity, fields);
    references.ask(() -> unique.verify(name, id, fields));
    stored.ifPresent(row -> stale.touch(name, row));
    boolean saleable = stored.isEmpty() || SALEABLE.stream().anyMatch(fields::has);
    if (name.equals("product") && saleable) {
      stock.mirror(stored.map(ObjectNode::deepCopy).orElseGet(Json::object).put("id", id), fields);
    }
    if (stored.isEmpty()) {
      insert(entity, id, fields);
    } else if (!fields.isEmpty() || joined) {
      tables.update(name, id, fields);
    }
    stale.touch(name, tables.get(name, id));
    touched.add(name, id);
    if (!entity.translated().isEmpty()) {
      translated(entity, id, Values.SYSTEM_LANGUAGE);
      fields.path("translations").propertyNames().forEach(l -> translated(entity, id, l));
    }
  }

  private void insert(Entity entity, String id, ObjectNode fields) {
    ObjectNode row = Json.object().put("id", id);
    boolean variant = entity.name().equals("product") && fields.hasNonNull("parentId");
    (variant ? Json.object() : RowReader.DEFAULTS.path(entity.name()))
        .properties()
        .forEach(d -> row.set(d.getKey(), d.getValue()));
    if (entity.field("autoIncrement").isPresent()) {
      row.put("autoIncrement", tables.all(entity.name()).size() + 1);
    }
    tables.insert(entity.name(), row.setAll(fields));
  }

  private void translated(Entity entity, String id, String languageId) {
    touched.add(
        entity.name() + "_translation",
        Json.object().put(entity.keyName(), id).put("languageId", languageId));
  }

  private Entity target(Association association) {
    return tables.schema().entity(association.target());
  }
}
