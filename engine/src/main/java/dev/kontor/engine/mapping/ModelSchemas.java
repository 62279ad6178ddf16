package dev.kontor.engine.mapping;

import dev.kontor.engine.config.FieldPath;
import dev.kontor.engine.config.SchemaCheck;
import dev.kontor.model.ModelJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks documents of the commerce model against the schemas the model ships. */
public final class ModelSchemas {

  private static final String ID = "urn:kontor:model:";
  private static final int MOST_SHOWN = 5;

  private static final Set<String> NAMES =
      Set.of(
          "order",
          "customer",
          "address",
          "stock",
          "stock-level",
          "order-reply",
          "order-progress",
          "order-payment",
          "payment",
          "capture",
          "delivery",
          "order-refund",
          "order-shipment",
          "refund",
          "progress-event",
          "product",
          "price",
          "quote");

  private static final Map<String, String> TEXTS =
      NAMES.stream().collect(Collectors.toUnmodifiableMap(name -> ID + name, ModelSchemas::text));
  private static final Map<String, JsonNode> TREES =
      TEXTS.entrySet().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  Map.Entry::getKey, entry -> ModelJson.parse(entry.getValue())));
  private static final Map<String, SchemaCheck> CHECKS =
      NAMES.stream()
          .collect(
              Collectors.toUnmodifiableMap(name -> name, name -> SchemaCheck.of(ID + name, TEXTS)));

  private static final Map<String, Shape> SHAPES = shapes();

  private ModelSchemas() {}

  private static Map<String, Shape> shapes() {
    ShapeCompiler compiler = new ShapeCompiler(TREES);
    return NAMES.stream()
        .collect(Collectors.toUnmodifiableMap(name -> name, name -> compiler.compile(ID + name)));
  }

  /** The compiled schema of that kind, e.g. {@code order}, which must exist. */
  static Shape shape(String name) {
    return Objects.requireNonNull(SHAPES.get(name), name);
  }

  /** Names of the document kinds, without the prefix {@code model.}. */
  public static Set<String> names() {
    return NAMES;
  }

  /**
   * What is wrong with a document of that kind.
   *
   * @param name e.g. {@code order}
   * @return field path → problem and remedy, at most five; empty if it is right
   */
  public static Map<String, String> problems(String name, JsonNode document) {
    SchemaCheck check = CHECKS.get(name);
    if (check == null) {
      throw new IllegalArgumentException("the model has no '" + name + "'");
    }
    List<SchemaCheck.Violation> violations = check.check(document);
    Map<String, String> problems = new LinkedHashMap<>();
    for (SchemaCheck.Violation violation :
        violations.subList(0, Math.min(MOST_SHOWN, violations.size()))) {
      problems.put(
          FieldPath.dotted(violation.pointer()), violation.problem() + "; " + violation.remedy());
    }
    return problems;
  }

  /** Writes what the schema gives as default where the document has nothing, e.g. extra. */
  static void complete(String name, JsonNode document) {
    complete(TREES.get(ID + name), TREES.get(ID + name), document);
  }

  private static void complete(
      @Nullable JsonNode home, @Nullable JsonNode schema, JsonNode document) {
    if (home == null || schema == null) {
      return;
    }
    String reference = schema.path("$ref").asString("");
    if (reference.startsWith("#")) {
      complete(home, home.at(reference.substring(1)), document);
    } else if (!reference.isEmpty()) {
      complete(TREES.get(reference), TREES.get(reference), document);
    } else if (document instanceof ObjectNode object) {
      fields(home, schema.path("properties"), object);
    } else {
      document.forEach(element -> complete(home, schema.path("items"), element));
    }
  }

  private static void fields(JsonNode home, JsonNode properties, ObjectNode object) {
    for (Map.Entry<String, JsonNode> property : properties.properties()) {
      String name = property.getKey();
      String reference = property.getValue().path("$ref").asString("");
      JsonNode otherwise =
          reference.startsWith("#") ? home.at(reference.substring(1)).get("default") : null;
      if (otherwise != null && !object.has(name)) {
        object.set(name, otherwise.deepCopy());
      } else if (object.has(name)) {
        complete(home, property.getValue(), object.path(name));
      }
    }
  }

  private static String text(String name) {
    try (InputStream in = ModelJson.class.getResourceAsStream("/schemas/model/" + name + ".json")) {
      if (in == null) {
        throw new IllegalStateException("the model ships no schema for '" + name + "'");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
