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
 * ({@code !} required, {@code ~} read-only), {@code name>entity@key} an association, {@code 6.7 }
 * before it the first version that has it.
 */
public final class Schema {
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
      boolean since67 = text.startsWith("6.7 ");
      if (!since67 || version == ShopVersion.V6_7) {
        properties.add(property(since67 ? text.substring(4) : text));
      }
    }
    List<String> translated = new ArrayList<>();
    json.path("translated").forEach(t -> translated.add(t.asString()));
    return Entity.of(name, json.get("versioned").asBoolean(), translated, properties);
  }

  private static Property property(String text) {
    return text.contains(">") ? Association.parse(text) : Field.parse(text);
  }
}
