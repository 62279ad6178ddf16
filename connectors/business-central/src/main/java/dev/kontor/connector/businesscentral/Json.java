package dev.kontor.connector.businesscentral;

import dev.kontor.model.ModelJson;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads API v2.0 JSON: blank texts are absent, numbers and decimal strings are exact. */
final class Json {

  private Json() {}

  static ObjectNode object() {
    return ModelJson.mapper().createObjectNode();
  }

  /** Null if absent, null or blank. */
  static @Nullable String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    String text = value.isValueNode() && !value.isNull() ? value.asString("").strip() : "";
    return text.isEmpty() ? null : text;
  }

  static String text(JsonNode node, String name, String otherwise) {
    String text = text(node, name);
    return text == null ? otherwise : text;
  }

  /** Zero if absent. */
  static BigDecimal number(JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (value.isNumber()) {
      return value.decimalValue();
    }
    String text = text(node, name);
    return text == null ? BigDecimal.ZERO : new BigDecimal(text);
  }

  /** The beginning of time if absent. */
  static Instant instant(JsonNode node, String name) {
    String text = text(node, name);
    return text == null ? Instant.EPOCH : Instant.parse(text);
  }

  /** The blank member of an option shows as {@code _x0020_} (business-central/behaviours.md §3). */
  static String option(JsonNode node, String name) {
    String text = text(node, name, "");
    return text.replace("_x0020_", " ").strip();
  }
}
