package dev.kontor.twin.shopware.write;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.Resources;
import dev.kontor.twin.shopware.data.Keys;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.schema.Association;
import dev.kontor.twin.shopware.schema.Entity;
import dev.kontor.twin.shopware.schema.Field;
import dev.kontor.twin.shopware.schema.Kind;
import dev.kontor.twin.shopware.schema.Link;
import dev.kontor.twin.shopware.shop.Stock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Upserts one payload with its nested associations; unknown fields are ignored (observed.md). */
final class RowWriter {
  private static final Set<String> INHERITED = Set.of("taxId", "price", "name");
  private static final JsonNode DEFAULTS = Resources.json("defaults.json");
  // A write of these changes what the shop offers for sale.
  private static final List<String> SALEABLE = List.of("stock", "isCloseout", "minPurchase");

  private final Tables tables;
  private final Keys keys;
  private final Stock stock;
  private final Violations violations = new Violations();
  private final FieldCheck check = new FieldCheck(violations);
  private final Touched touched;

  RowWriter(Tables tables, Keys keys, Stock stock, Touched touched) {
    this.tables = tables;
    this.keys = keys;
    this.stock = stock;
    this.touched = touched;
  }

  /** Throws ApiError 400 with all violations so far. */
  void finish() {
    violations.raise();
  }

  /** Writes and returns the row's id; violations are collected, other errors thrown. */
  String upsert(Entity entity, JsonNode payload, String pointer) {
    String id = payload.hasNonNull("id") ? payload.get("id").asString() : keys.id();
    if (!Keys.valid(id)) {
      throw Writes.invalidId(id);
    }
    Optional<ObjectNode> stored = tables.find(entity.name(), id);
    ObjectNode fields = Json.object();
    toOne(entity, payload, pointer, fields);
    read(entity, payload, pointer, fields, stored.isEmpty());
    lists(entity, payload, stored, fields);
    store(entity, id, fields, stored);
    toMany(entity, id, payload, pointer);
    return id;
  }

  private void read(
      Entity entity, JsonNode payload, String pointer, ObjectNode fields, boolean create) {
    boolean variant = entity.name().equals("product") && payload.hasNonNull("parentId");
    entity
        .fields()
        .filter(f -> f.kind() != Kind.VERSION)
        .forEach(
            field -> {
              JsonNode value = given(entity, payload, field);
              String at = pointer + "/" + place(entity, field);
              if (value != null && field.readOnly()) {
                violations.other(at, "This field is write-protected.");
              } else if (value != null) {
                fields.set(field.name(), check.checked(field, value, at));
              } else if (create
                  && field.required()
                  && !field.readOnly()
                  && !fields.has(field.name())
                  && !(variant && INHERITED.contains(field.name()))) {
                violations.blank(at);
              }
            });
  }

  private static @org.jspecify.annotations.Nullable JsonNode given(
      Entity entity, JsonNode payload, Field field) {
    JsonNode value = payload.get(field.name());
    return value == null && entity.isTranslated(field.name())
        ? payload.path("translations").path(Values.SYSTEM_LANGUAGE).get(field.name())
        : value;
  }

  private static String place(Entity entity, Field field) {
    return entity.isTranslated(field.name())
        ? "translations/" + Values.SYSTEM_LANGUAGE + "/" + field.name()
        : field.name();
  }

  private void toOne(Entity entity, JsonNode payload, String pointer, ObjectNode fields) {
    entity
        .associations()
        .filter(a -> a.link() == Link.ONE && a.known() && payload.path(a.name()).isObject())
        .forEach(
            a ->
                fields.put(
                    a.key(), upsert(target(a), payload.get(a.name()), pointer + "/" + a.name())));
  }

  private void toMany(Entity entity, String id, JsonNode payload, String pointer) {
    entity
        .associations()
        .filter(a -> a.link() == Link.MANY && a.known() && payload.path(a.name()).isArray())
        .forEach(
            a -> {
              int index = 0;
              for (JsonNode child : payload.get(a.name())) {
                String at = pointer + "/" + a.name() + "/" + index++;
                if (child instanceof ObjectNode object) {
                  upsert(target(a), object.deepCopy().put(a.key(), id), at);
                } else {
                  violations.type(at, child, "array");
                }
              }
            });
  }

  // Lists of ids only grow: a write adds, it never removes (contract §3).
  private void lists(
      Entity entity, JsonNode payload, Optional<ObjectNode> stored, ObjectNode fields) {
    entity
        .associations()
        .filter(a -> a.link() == Link.LISTED && payload.path(a.name()).isArray())
        .forEach(
            a -> {
              ArrayNode ids = Json.array();
              stored.ifPresent(row -> row.path(a.key()).forEach(ids::add));
              for (JsonNode child : payload.get(a.name())) {
                String id = upsert(target(a), child, "/" + a.name());
                if (ids.valueStream().noneMatch(known -> known.asString().equals(id))) {
                  ids.add(id);
                }
              }
              fields.set(a.key(), ids);
            });
    if (payload.has("customFields")) {
      JsonNode before = stored.map(row -> row.get("customFields")).orElse(null);
      fields.set("customFields", CustomFields.merged(before, payload.get("customFields")));
    }
  }

  private void store(Entity entity, String id, ObjectNode fields, Optional<ObjectNode> stored) {
    String name = entity.name();
    references(entity, fields);
    unique(name, id, fields);
    if (stored.isEmpty()) {
      ObjectNode row = Json.object().put("id", id);
      boolean variant = fields.hasNonNull("parentId");
      (variant ? Json.object() : DEFAULTS.path(name))
          .properties()
          .forEach(d -> row.set(d.getKey(), d.getValue()));
      if (entity.field("autoIncrement").isPresent()) {
        row.put("autoIncrement", tables.all(name).size() + 1);
      }
      tables.insert(name, row.setAll(fields));
    } else if (!fields.isEmpty()) {
      tables.update(name, id, fields);
    }
    if (name.equals("product") && (stored.isEmpty() || SALEABLE.stream().anyMatch(fields::has))) {
      stock.mirror(id);
    }
    touched.add(name, id);
    if (!entity.translated().isEmpty()) {
      String camel = camel(name) + "Id";
      touched.add(
          name + "_translation",
          Json.object().put(camel, id).put("languageId", Values.SYSTEM_LANGUAGE));
    }
  }

  private void references(Entity entity, ObjectNode fields) {
    entity
        .associations()
        .filter(a -> a.link() == Link.ONE && a.known() && fields.path(a.key()).isString())
        .filter(a -> !deferred(entity, a))
        .forEach(
            a -> {
              if (tables.find(a.target(), fields.get(a.key()).stringValue()).isEmpty()) {
                throw Writes.foreignKey(entity.name(), a.key(), a.target());
              }
            });
  }

  // The shop has no foreign key there: the addresses follow in the same payload.
  private static boolean deferred(Entity entity, Association association) {
    return switch (entity.name()) {
      case "customer" -> association.target().equals("customer_address");
      case "order" -> association.target().equals("order_address");
      default -> false;
    };
  }

  private void unique(String entity, String id, ObjectNode fields) {
    String number = entity.equals("product") ? Values.text(fields, "productNumber") : null;
    if (number != null
        && tables.where("product", "productNumber", number).stream()
            .anyMatch(p -> !id.equals(Values.text(p, "id")))) {
      throw Writes.duplicateNumber(number);
    }
  }

  private Entity target(Association association) {
    return tables.schema().entity(association.target());
  }

  private static String camel(String snake) {
    StringBuilder text = new StringBuilder();
    for (String part : snake.split("_")) {
      text.append(
          text.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
    }
    return text.toString();
  }
}
