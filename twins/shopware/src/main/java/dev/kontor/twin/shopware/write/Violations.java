package dev.kontor.twin.shopware.write;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ApiError;
import dev.kontor.twin.shopware.data.Values;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Collects what is wrong with a write; all of it is answered at once (contract §4). */
final class Violations {
  private final List<ObjectNode> errors = new ArrayList<>();

  void blank(String pointer) {
    add(Constraint.BLANK, Json.object().put("{{ value }}", "null"), pointer);
  }

  void missing(String pointer) {
    String field = pointer.substring(pointer.lastIndexOf('/') + 1);
    add(Constraint.MISSING, Json.object().put("{{ field }}", "\"" + field + "\""), pointer);
  }

  void type(String pointer, JsonNode value, String type) {
    add(Constraint.TYPE, given(value).put("{{ type }}", type), pointer);
  }

  void email(String pointer, JsonNode value) {
    add(Constraint.EMAIL, given(value), pointer);
  }

  void tooLow(String pointer, JsonNode value, int least) {
    add(Constraint.TOO_LOW, given(value).put("{{ limit }}", "" + least), pointer);
  }

  void tooShort(String pointer, int least) {
    add(Constraint.TOO_SHORT, Json.object().put("{{ limit }}", "" + least), pointer);
  }

  void tooLong(String pointer, JsonNode value, int most) {
    add(Constraint.TOO_LONG, given(value).put("{{ limit }}", "" + most), pointer);
  }

  void choice(String pointer, JsonNode value) {
    add(Constraint.CHOICE, given(value), pointer);
  }

  void state(String pointer) {
    add(Constraint.STATE, Json.object().put("{{ scope }}", "crud"), pointer);
  }

  void systemTranslation(String pointer) {
    ObjectNode language = Json.object().put("{{ systemLanguage }}", Values.SYSTEM_LANGUAGE);
    add(Constraint.SYSTEM_TRANSLATION, language, pointer);
  }

  void conditionType(String pointer, String type) {
    add(Constraint.CONDITION_TYPE, Json.object().put("{{ value }}", type), pointer);
  }

  void property(String pointer, String name) {
    add(Constraint.PROPERTY, Json.object().put("{{ fieldName }}", name), pointer);
  }

  private static ObjectNode given(JsonNode value) {
    return Json.object().put("{{ value }}", value.toString());
  }

  private void add(Constraint constraint, ObjectNode parameters, String pointer) {
    String detail = constraint.detail(parameters);
    add(constraint.code(), detail, constraint.template(), parameters, pointer);
  }

  void other(String pointer, String message) {
    add(Constraint.OTHER, message, message, Json.object(), pointer);
  }

  private void add(
      String code, String detail, String template, ObjectNode parameters, String pointer) {
    ObjectNode error =
        Json.object()
            .put("code", code)
            .put("status", "400")
            .put("detail", detail)
            .put("template", template);
    error
        .putObject("meta")
        .set("parameters", parameters.isEmpty() ? Json.array() : (JsonNode) parameters);
    error.putObject("source").put("pointer", pointer);
    errors.add(error);
  }

  void raise() {
    if (!errors.isEmpty()) {
      throw new ApiError(400, errors);
    }
  }
}
