package dev.kontor.twin.shopware.write;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ApiError;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Collects what is wrong with a write; all of it is answered at once (contract §4). */
final class Violations {
  private static final String BLANK = "c1051bb4-d103-4f74-8988-acbcafc7fdc3";
  private static final String TYPE = "ba785a8c-82cb-4283-967c-3cf342181b40";
  private static final String OTHER = "FRAMEWORK__WRITE_CONSTRAINT_VIOLATION";
  private final List<ObjectNode> errors = new ArrayList<>();

  void blank(String pointer) {
    add(
        BLANK,
        "Dieser Wert sollte nicht leer sein.",
        "This value should not be blank.",
        Json.object().put("{{ value }}", "null"),
        pointer);
  }

  void type(String pointer, JsonNode value, String type) {
    add(
        TYPE,
        "Dieser Wert sollte vom Typ " + type + " sein.",
        "This value should be of type {{ type }}.",
        Json.object().put("{{ value }}", value.toString()).put("{{ type }}", type),
        pointer);
  }

  void other(String pointer, String message) {
    add(OTHER, message, message, Json.object(), pointer);
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
