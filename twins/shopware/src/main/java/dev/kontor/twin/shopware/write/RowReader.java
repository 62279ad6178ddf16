package dev.kontor.twin.shopware.write;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.Resources;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.schema.Entity;
import dev.kontor.twin.shopware.schema.Field;
import dev.kontor.twin.shopware.schema.Kind;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the fields of one payload; unknown ones are ignored (observed.md "Sync"). */
final class RowReader {
  static final JsonNode DEFAULTS = Resources.json("defaults.json");
  private static final String CUSTOM = "customFields";
  private static final Set<String> INHERITED = Set.of("taxId", "price", "name");

  private final Violations violations;
  private final FieldCheck check;
  private final Words words;

  RowReader(Violations violations, Words words) {
    this.violations = violations;
    this.check = new FieldCheck(violations);
    this.words = words;
  }

  /**
   * Adds the payload's fields as they are to be stored; what is wrong is collected.
   *
   * @param stored the row as it is, empty on create
   */
  void read(
      Entity entity,
      JsonNode payload,
      String pointer,
      Optional<ObjectNode> stored,
      ObjectNode fields) {
    Words.Given given = words.given(entity, payload, pointer);
    boolean variant = variant(entity, payload, stored);
    entity
        .fields()
        .filter(f -> f.kind() != Kind.VERSION)
        .forEach(
            field -> {
              boolean inherits = variant && INHERITED.contains(field.name());
              JsonNode value =
                  entity.isTranslated(field.name())
                      ? given.system().get(field.name())
                      : payload.get(field.name());
              String at = pointer + "/" + place(entity, field.name(), Values.SYSTEM_LANGUAGE);
              if (value != null && field.readOnly()) {
                violations.other(at, "This field is write-protected.");
              } else if (value != null && field.kind() == Kind.STATE && stored.isPresent()) {
                violations.state(at);
              } else if (value != null) {
                fields.set(field.name(), check.checked(field, value, at, inherits));
              } else if (stored.isEmpty() && !inherits && needed(entity, field, fields)) {
                absent(entity, field, given, pointer, at);
              }
            });
    others(entity, given, pointer, stored, fields);
    custom(entity, payload, given, pointer, stored, fields);
  }

  private static boolean variant(Entity entity, JsonNode payload, Optional<ObjectNode> stored) {
    return entity.name().equals("product")
        && (payload.has("parentId")
            ? payload.hasNonNull("parentId")
            : stored.filter(row -> row.hasNonNull("parentId")).isPresent());
  }

  private static boolean needed(Entity entity, Field field, ObjectNode fields) {
    return field.required()
        && !field.readOnly()
        && !fields.has(field.name())
        && !DEFAULTS.path(entity.name()).has(field.name());
  }

  private void absent(Entity entity, Field field, Words.Given given, String pointer, String at) {
    if (entity.isTranslated(field.name()) && !given.others().isEmpty()) {
      violations.systemTranslation(pointer + "/translations/" + Values.SYSTEM_LANGUAGE);
    } else {
      violations.blank(at);
    }
  }

  private void others(
      Entity entity,
      Words.Given given,
      String pointer,
      Optional<ObjectNode> stored,
      ObjectNode fields) {
    if (given.others().isEmpty()) {
      return;
    }
    ObjectNode all =
        stored
            .map(row -> row.path("translations"))
            .filter(ObjectNode.class::isInstance)
            .map(t -> ((ObjectNode) t).deepCopy())
            .orElseGet(Json::object);
    given
        .others()
        .forEach(
            (language, texts) -> {
              ObjectNode words = all.withObject(language);
              texts
                  .properties()
                  .forEach(
                      t ->
                          words.set(
                              t.getKey(),
                              word(entity, t.getKey(), t.getValue(), pointer, language, words)));
            });
    fields.set("translations", all);
  }

  private JsonNode word(
      Entity entity,
      String name,
      JsonNode value,
      String pointer,
      String language,
      ObjectNode words) {
    String at = pointer + "/" + place(entity, name, language);
    return name.equals(CUSTOM)
        ? merged(words.get(name), value, at)
        : entity.field(name).map(f -> check.checked(f, value, at, true)).orElse(value);
  }

  private void custom(
      Entity entity,
      JsonNode payload,
      Words.Given given,
      String pointer,
      Optional<ObjectNode> stored,
      ObjectNode fields) {
    JsonNode written =
        entity.isTranslated(CUSTOM) ? given.system().get(CUSTOM) : payload.get(CUSTOM);
    if (written != null) {
      JsonNode before = stored.map(row -> row.get(CUSTOM)).orElse(null);
      String at = pointer + "/" + place(entity, CUSTOM, Values.SYSTEM_LANGUAGE);
      fields.set(CUSTOM, merged(before, written, at));
    }
  }

  private JsonNode merged(@Nullable JsonNode before, JsonNode written, String pointer) {
    boolean map =
        written.isObject() || written.isNull() || (written.isArray() && written.isEmpty());
    if (!map) {
      violations.type(pointer, written, "array");
    }
    return CustomFields.merged(before, written);
  }

  private static String place(Entity entity, String field, String language) {
    return entity.isTranslated(field) ? "translations/" + language + "/" + field : field;
  }
}
