package dev.kontor.engine.config;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.kontor.model.ModelJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
  private final Map<String, JsonNode> homes;

  private SchemaCheck(Schema schema, Map<String, JsonNode> homes) {
    this.schema = schema;
    this.homes = homes;
  }

  /** A schema that refers to nothing outside itself. */
  public static SchemaCheck of(JsonNode schema) {
    return new SchemaCheck(registry(Map.of()).getSchema(schema), Map.of());
  }

  /**
   * @param schemas the schema itself and every one it refers to, by {@code $id}
   */
  public static SchemaCheck of(String id, Map<String, String> schemas) {
    Map<String, JsonNode> homes =
        schemas.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> ModelJson.parse(entry.getValue())));
    return new SchemaCheck(registry(schemas).getSchema(SchemaLocation.of(id)), homes);
  }

  private static SchemaRegistry registry(Map<String, String> schemas) {
    return SchemaRegistry.withDefaultDialect(
        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(schemas));
  }

  /** One violation per field, in the schema's order; empty if the tree is right. */
  public List<Violation> check(JsonNode tree) {
    Map<String, Violation> found = new LinkedHashMap<>();
    for (Error error : schema.validate(tree)) {
      Violation violation = SchemaWords.of(error, owner(error));
      found.putIfAbsent(violation.pointer(), violation);
    }
    return List.copyOf(found.values());
  }

  /**
   * The schema object a keyword stands in, for its description and its neighbours; of what a
   * condition asks for that which describes it.
   */
  private JsonNode owner(Error error) {
    SchemaLocation keyword = error.getSchemaLocation();
    String iri = keyword.getAbsoluteIri() == null ? "" : keyword.getAbsoluteIri().toString();
    @Nullable JsonNode stated = homes.get(iri);
    JsonNode home = stated == null ? schema.getSchemaNode() : stated;
    JsonPointer at = JsonPointer.compile(String.valueOf(keyword.getFragment())).head();
    JsonNode owner = home.at(at);
    if (error.getKeyword().equals("required")) {
      while (!owner.path("properties").has(error.getProperty()) && at.head() != null) {
        at = at.head();
        owner = home.at(at);
      }
    }
    return owner;
  }
}
