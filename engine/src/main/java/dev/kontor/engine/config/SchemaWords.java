package dev.kontor.engine.config;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Words for a schema violation: field, problem and remedy, never the value, which may be secret.
 */
final class SchemaWords {

  private SchemaWords() {}

  static SchemaCheck.Violation of(Error error, Collection<String> known) {
    String pointer = pointer(error.getInstanceLocation());
    String property = error.getProperty();
    JsonNode rule = error.getSchemaNode();
    return switch (error.getKeyword()) {
      case "required" ->
          new SchemaCheck.Violation(
              child(pointer, property), "is missing", "add " + lastName(property));
      case "additionalProperties", "unevaluatedProperties" ->
          new SchemaCheck.Violation(
              child(pointer, property),
              "is unknown",
              Nearest.remedy(lastName(property), known, "remove it"));
      case "type" ->
          new SchemaCheck.Violation(
              pointer, "has the wrong type", "write " + article(rule) + words(rule));
      case "enum" ->
          new SchemaCheck.Violation(
              pointer, "is none of the known values", "write one of " + words(rule));
      case "pattern", "format" ->
          new SchemaCheck.Violation(
              pointer, "has the wrong form", "write a text of the form " + words(rule));
      default ->
          new SchemaCheck.Violation(
              pointer, "breaks the rule '" + error.getKeyword() + "'", "needs " + words(rule));
    };
  }

  private static String article(@Nullable JsonNode rule) {
    return rule != null && rule.isArray() ? "one of " : "a value of type ";
  }

  private static String words(@Nullable JsonNode rule) {
    return rule == null ? "" : rule.isString() ? rule.asString() : rule.toString();
  }

  private static String lastName(@Nullable String property) {
    return property == null ? "it" : property;
  }

  private static String child(String pointer, @Nullable String property) {
    return property == null ? pointer : YamlDocument.pointer(pointer, property);
  }

  private static String pointer(NodePath path) {
    StringBuilder pointer = new StringBuilder();
    for (int i = 0; i < path.getNameCount(); i++) {
      pointer
          .append('/')
          .append(String.valueOf(path.getElement(i)).replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }
}
