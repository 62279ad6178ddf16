package dev.kontor.engine.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compiles the part of JSON Schema that the model's schemas are written in. */
final class ShapeCompiler {

  private static final Set<String> SAYS_NOTHING =
      Set.of("$schema", "$id", "$defs", "title", "description", "default", "readOnly");
  private static final Set<String> OF_TEXTS = Set.of("type", "minLength", "pattern");
  private static final Set<String> OF_OBJECTS =
      Set.of("type", "properties", "required", "additionalProperties");
  private static final String DECIMAL = "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$";

  private final Map<String, JsonNode> homes;
  private final Map<String, Shape> compiled = new HashMap<>();

  /**
   * @param homes whole schemas by {@code $id}, none of which contains itself
   */
  ShapeCompiler(Map<String, JsonNode> homes) {
    this.homes = homes;
  }

  /** The shape a whole schema describes. */
  Shape compile(String id) {
    Shape known = compiled.get(id);
    if (known != null) {
      return known;
    }
    JsonNode home = homes.get(id);
    Shape shape = home == null ? new Shape.Unknown() : shape(home, home);
    compiled.put(id, shape);
    return shape;
  }

  private Shape shape(JsonNode home, JsonNode schema) {
    String reference = schema.path("$ref").asString("");
    if (reference.startsWith("#")) {
      return says(schema, Set.of("$ref"))
          ? shape(home, home.at(reference.substring(1)))
          : new Shape.Unknown();
    }
    if (!reference.isEmpty()) {
      return says(schema, Set.of("$ref")) ? compile(reference) : new Shape.Unknown();
    }
    if (schema.has("enum")) {
      return choice(schema);
    }
    return switch (type(schema)) {
      case "string" -> text(schema);
      case "boolean" -> says(schema, Set.of("type")) ? new Shape.Flag() : new Shape.Unknown();
      case "array" ->
          says(schema, Set.of("type", "items"))
              ? new Shape.Elements(shape(home, schema.path("items")))
              : new Shape.Unknown();
      case "object" -> object(home, schema);
      default -> new Shape.Unknown();
    };
  }

  /** Whether the schema demands nothing but what these keywords say. */
  private static boolean says(JsonNode schema, Set<String> keywords) {
    return schema.propertyNames().stream()
        .allMatch(name -> keywords.contains(name) || SAYS_NOTHING.contains(name));
  }

  /** Null is never met: the model's form has none. */
  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isString()) {
      return type.asString();
    }
    List<String> others =
        type.valueStream().map(JsonNode::asString).filter(name -> !name.equals("null")).toList();
    return others.size() == 1 ? others.getFirst() : "";
  }

  private static Shape choice(JsonNode schema) {
    JsonNode words = schema.path("enum");
    return says(schema, Set.of("enum")) && words.valueStream().allMatch(JsonNode::isString)
        ? new Shape.Choice(
            words.valueStream().map(JsonNode::asString).collect(Collectors.toUnmodifiableSet()))
        : new Shape.Unknown();
  }

  private static Shape text(JsonNode schema) {
    String pattern = schema.path("pattern").asString("");
    boolean whole = pattern.startsWith("^") && pattern.endsWith("$");
    if (!says(schema, OF_TEXTS) || (!pattern.isEmpty() && !whole)) {
      return new Shape.Unknown();
    }
    int least = schema.path("minLength").asInt(0);
    Predicate<String> matches =
        pattern.isEmpty() ? text -> true : Pattern.compile(pattern).asMatchPredicate();
    // Every number is written in this form, and as one character at least.
    boolean anyNumber = least <= 1 && (pattern.isEmpty() || pattern.equals(DECIMAL));
    return new Shape.Text(
        number -> anyNumber,
        text -> text.codePointCount(0, text.length()) >= least && matches.test(text));
  }

  private Shape object(JsonNode home, JsonNode schema) {
    JsonNode others = schema.path("additionalProperties");
    if (!says(schema, OF_OBJECTS)) {
      return new Shape.Unknown();
    }
    if (others.isBoolean() && !others.booleanValue()) {
      return Shape.Fields.of(fields(home, schema));
    }
    boolean custom =
        type(others).equals("object")
            && says(others, Set.of("type"))
            && !schema.has("properties")
            && !schema.has("required");
    return custom ? new Shape.Custom() : new Shape.Unknown();
  }

  private List<Shape.Field> fields(JsonNode home, JsonNode schema) {
    Set<String> required =
        schema.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    List<Shape.Field> fields = new ArrayList<>();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      String name = property.getKey();
      fields.add(
          new Shape.Field(
              name,
              field(name, shape(home, property.getValue())),
              required.remove(name),
              otherwise(home, property.getValue())));
    }
    // What is required but not described can never be there.
    required.forEach(name -> fields.add(new Shape.Field(name, new Shape.Unknown(), true, null)));
    return fields;
  }

  /** Whatever is called extra keeps its own types, and nothing else does. */
  private static Shape field(String name, Shape shape) {
    return name.equals("extra") == shape instanceof Shape.Custom ? shape : new Shape.Unknown();
  }

  private static @Nullable JsonNode otherwise(JsonNode home, JsonNode schema) {
    String reference = schema.path("$ref").asString("");
    return reference.startsWith("#") ? home.at(reference.substring(1)).get("default") : null;
  }
}
