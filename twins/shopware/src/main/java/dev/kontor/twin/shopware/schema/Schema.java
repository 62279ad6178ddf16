package dev.kontor.twin.shopware.schema;

import dev.kontor.twin.shopware.Resources;
import dev.kontor.twin.shopware.ShopVersion;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The entities this twin knows, read from {@code entities.json} ({@link EntityReader}). */
public final class Schema {
  private final Map<String, Entity> entities = new LinkedHashMap<>();

  private Schema() {}

  public static Schema of(ShopVersion version) {
    Schema schema = new Schema();
    Resources.json("entities.json")
        .properties()
        .forEach(
            e ->
                schema.entities.put(
                    e.getKey(), EntityReader.read(e.getKey(), e.getValue(), version)));
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
}
