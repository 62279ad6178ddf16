package dev.kontor.engine.config;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Checks a tree against a JSON Schema and says each violation in words for people. */
public final class SchemaCheck {

  /**
   * @param pointer JSON pointer of the offending field
   * @param problem what is wrong, without the value itself
   */
  public record Violation(String pointer, String problem, String remedy) {}

  private final Schema schema;
  private final JsonNode root;

  private SchemaCheck(Schema schema) {
    this.schema = schema;
    this.root = schema.getSchemaNode();
  }

  /** A schema that refers to nothing outside itself. */
  public static SchemaCheck of(JsonNode schema) {
    return new SchemaCheck(registry(Map.of()).getSchema(schema));
  }

  /**
   * @param schemas the schema itself and every one it refers to, by {@code $id}
   */
  public static SchemaCheck of(String id, Map<String, String> schemas) {
    return new SchemaCheck(registry(schemas).getSchema(SchemaLocation.of(id)));
  }

  private static SchemaRegistry registry(Map<String, String> schemas) {
    return SchemaRegistry.withDefaultDialect(
        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(schemas));
  }

  /** One violation per field, in the schema's order; empty if the tree is right. */
  public List<Violation> check(JsonNode tree) {
    Map<String, Violation> found = new LinkedHashMap<>();
    for (Error error : schema.validate(tree)) {
      Violation violation = SchemaWords.of(error, fieldsBeside(error));
      found.putIfAbsent(violation.pointer(), violation);
    }
    return List.copyOf(found.values());
  }

  /** The fields the object of an {@code additionalProperties} violation may have. */
  private Collection<String> fieldsBeside(Error error) {
    String fragment = String.valueOf(error.getSchemaLocation().getFragment());
    if (!fragment.startsWith("/")) {
      return Set.of();
    }
    return root.at(JsonPointer.compile(fragment).head()).path("properties").propertyNames();
  }
}
