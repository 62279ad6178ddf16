package dev.kontor.engine.config;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Words for a schema violation: field, problem and remedy, never the value, which may be secret.
 */
final class SchemaWords {

  private SchemaWords() {}

  /**
   * @param owner the schema object the violated keyword stands in
   */
  static SchemaCheck.Violation of(Error error, JsonNode owner) {
    String pointer = pointer(error.getInstanceLocation());
    String property = error.getProperty();
    JsonNode rule = error.getSchemaNode();
    return switch (error.getKeyword()) {
      case "required" ->
          new SchemaCheck.Violation(
              child(pointer, property), "is missing", "add it" + expected(owner, property));
      case "additionalProperties", "unevaluatedProperties" ->
          new SchemaCheck.Violation(
              child(pointer, property),
              "is unknown",
              Nearest.remedy(
                  name(property), owner.path("properties").propertyNames(), "remove it"));
      case "enum" -> new SchemaCheck.Violation(pointer, "is not known", nearest(error, rule));
      case "not" ->
          new SchemaCheck.Violation(
              pointer, "contradicts another setting", remedy(owner, "remove one of them"));
      case "type" ->
          new SchemaCheck.Violation(pointer, "has the wrong type", remedy(owner, words(rule)));
      case "pattern", "format", "propertyNames" ->
          new SchemaCheck.Violation(pointer, "has the wrong form", remedy(owner, words(rule)));
      default ->
          new SchemaCheck.Violation(
              pointer,
              "breaks the rule '" + error.getKeyword() + "'",
              remedy(owner, error.getKeyword() + " " + words(rule)));
    };
  }

  private static String remedy(JsonNode owner, String otherwise) {
    return "expected: " + owner.path("description").asString(otherwise);
  }

  private static String expected(JsonNode owner, @Nullable String property) {
    JsonNode described = owner.path("properties").path(name(property)).path("description");
    return described.isString() ? ": " + described.asString() : "";
  }

  private static String nearest(Error error, @Nullable JsonNode rule) {
    Collection<String> known =
        rule == null ? List.of() : rule.valueStream().map(JsonNode::asString).toList();
    JsonNode written = error.getInstanceNode();
    return Nearest.remedy(written == null ? "" : written.asString(""), known, "correct it");
  }

  private static String words(@Nullable JsonNode rule) {
    if (rule == null) {
      return "";
    }
    return rule.isArray()
        ? rule.valueStream().map(JsonNode::asString).collect(Collectors.joining(" or "))
        : rule.isString() ? rule.asString() : rule.toString();
  }

  private static String name(@Nullable String property) {
    return property == null ? "" : property;
  }

  private static String child(String pointer, @Nullable String property) {
    return property == null ? pointer : FieldPath.pointer(pointer, property);
  }

  private static String pointer(NodePath path) {
    String pointer = "";
    for (int i = 0; i < path.getNameCount(); i++) {
      pointer = FieldPath.pointer(pointer, String.valueOf(path.getElement(i)));
    }
    return pointer;
  }
}
