package dev.kontor.twin.shopware.schema;

import dev.kontor.twin.shopware.Resources;
import dev.kontor.twin.shopware.ShopVersion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The entities this twin knows, read from {@code entities.json}: {@code name:kind} is a field
 * ({@code !} required, {@code ~} read-only, a number: longest text), {@code name>entity@key} an
 * association, {@code 6.7 } before it the first version that has it, {@code <6.7 } the first that
 * has it no more.
 */
public final class Schema {
  private static final String SINCE_6_7 = "6.7 ";
  private static final String UNTIL_6_7 = "<6.7 ";
  private final Map<String, Entity> entities = new LinkedHashMap<>();

  private Schema() {}

  public static Schema of(ShopVersion version) {
    Schema schema = new Schema();
    Resources.json("entities.json")
        .properties()
        .forEach(e -> schema.entities.put(e.getKey(), entity(e.getKey(), e.getValue(), version)));
    return schema;
  }

  /** By snake-case name or route name. */
  public Optional<Entity> find(String name) {
    return Optional.ofNullable(entities.get(name.replace('-', '_')));
  }

  /** For names the twin itself uses; throws IllegalArgumentException on an unknown one. */
  public Entity entity(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException("No entity " + name));
  }

  public Collection<Entity> all() {
    return entities.values();
  }

  private static Entity entity(String name, JsonNode json, ShopVersion version) {
    List<Property> properties = new ArrayList<>();
    for (JsonNode node : json.get("fields")) {
      String text = node.asString();
      boolean gone = text.startsWith(UNTIL_6_7);
      boolean since = text.startsWith(SINCE_6_7);
      if (version == ShopVersion.V6_7 ? !gone : !since) {
        properties.add(
            property(text.substring(gone ? UNTIL_6_7.length() : since ? SINCE_6_7.length() : 0)));
      }
    }
    Map<String, Property> byName = new LinkedHashMap<>();
    properties.forEach(p -> byName.put(p.name(), p));
    return new Entity(
        name,
        json.get("versioned").asBoolean(),
        texts(json.path("translated")),
        texts(json.path("references")),
        json.has("mapping") ? Mapping.of(json.get("mapping")) : null,
        byName);
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }

  private static Property property(String text) {
    return text.contains(">") ? Association.parse(text) : Field.parse(text);
  }
}
