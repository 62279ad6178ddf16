package dev.kontor.twin.financeoperations.schema;

import dev.kontor.twin.kit.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The entity sets the twin serves: names, types and keys of a real system's $metadata. */
public final class Schema {
  public static final String NAMESPACE = "Microsoft.Dynamics.DataEntities";
  private static final Set<String> MOMENTS =
      Set.of("OrderCreationDateTime", "Effective", "Expiration");

  private final Map<String, List<String>> enumerations = new TreeMap<>();
  private final Map<String, EntitySet> sets = new LinkedHashMap<>();

  private Schema(JsonNode json) {
    json.path("enumerations")
        .properties()
        .forEach(e -> enumerations.put(e.getKey(), words(e.getValue().asString())));
    json.path("sets").forEach(s -> sets.put(s.path("set").asString(), set(s)));
  }

  /** Reads the built-in tables. */
  public static Schema load() {
    return new Schema(resource("entities.json"));
  }

  /** A JSON resource of the twin. */
  public static JsonNode resource(String name) {
    try (InputStream in = Schema.class.getResourceAsStream("/finance-operations/" + name)) {
      if (in == null) {
        throw new IllegalStateException("Resource finance-operations/" + name + " is missing.");
      }
      return Json.parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Optional<EntitySet> set(String name) {
    return Optional.ofNullable(sets.get(name));
  }

  /** Of a set the twin itself relies on. */
  public EntitySet require(String name) {
    return set(name).orElseThrow(() -> new IllegalStateException("No entity set " + name));
  }

  public List<EntitySet> sets() {
    return List.copyOf(sets.values());
  }

  /** A row of a source with every property at its initial value. */
  public ObjectNode blank(String source) {
    ObjectNode row = Json.object();
    sets.values().stream()
        .filter(set -> set.source().equals(source))
        .forEach(set -> row.setAll(set.blank()));
    return row;
  }

  /** Enumerations whose symbols a source lists. */
  public Map<String, List<String>> enumerations() {
    return enumerations;
  }

  private EntitySet set(JsonNode json) {
    List<String> keys = words(json.path("keys").asString());
    List<String> fixed = words(json.path("readOnly").asString(""));
    Map<String, Property> properties = new LinkedHashMap<>();
    json.path("properties")
        .properties()
        .forEach(
            type ->
                words(type.getValue().asString())
                    .forEach(
                        n ->
                            properties.put(
                                n,
                                property(n, type.getKey(), keys.contains(n), fixed.contains(n)))));
    String name = json.path("set").asString();
    return new EntitySet(
        name,
        json.path("type").asString(),
        json.path("source").asString(),
        keys,
        fixed.contains("*"),
        properties,
        links(json.path("links")));
  }

  private Property property(String name, String type, boolean key, boolean readOnly) {
    Kind kind = kind(name, type);
    String enumeration = kind == Kind.ENUM ? type : "";
    return new Property(
        name, kind, enumeration, enumerations.getOrDefault(enumeration, List.of()), key, readOnly);
  }

  private static Kind kind(String name, String type) {
    return switch (type) {
      case "String" -> Kind.STRING;
      case "Decimal" -> Kind.DECIMAL;
      case "Int32" -> Kind.INT32;
      case "Int64" -> Kind.INT64;
      case "Guid" -> Kind.GUID;
      case "DateTimeOffset" ->
          MOMENTS.contains(name) || name.endsWith("ValidFrom") || name.endsWith("ValidTo")
              ? Kind.MOMENT
              : Kind.DAY;
      default -> Kind.ENUM;
    };
  }

  private static List<Link> links(JsonNode json) {
    List<Link> links = new ArrayList<>();
    for (JsonNode link : json) {
      Map<String, String> on = new LinkedHashMap<>();
      link.path("on").properties().forEach(p -> on.put(p.getKey(), p.getValue().asString()));
      links.add(
          new Link(
              link.path("name").asString(),
              link.path("target").asString(),
              link.path("many").asBoolean(),
              on));
    }
    return links;
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.split(" "));
  }
}
