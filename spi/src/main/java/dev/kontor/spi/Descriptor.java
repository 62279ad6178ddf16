package dev.kontor.spi;

import dev.kontor.model.EntityType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What a connector is and can do.
 *
 * @param id as used in configuration, e.g. {@code business-central}
 * @param title as shown to people
 * @param settingsSchema JSON Schema of the settings; secrets carry {@code "writeOnly": true}. What
 *     every connection states stands beside the settings, not in them: zone, referencePrefix,
 *     limits, longestCall, settle
 * @param abilities per entity type; an undeclared one must fail with {@link Fault.Unsupported}
 * @param limits the vendor's dated limits
 * @param longestCall after which a call is given up, unless a connection states its own
 * @param settle how long after a given-up call it may still take effect, unless a connection states
 *     its own; zero if writes are repeatable
 */
public record Descriptor(
    String id,
    String title,
    JsonNode settingsSchema,
    Map<EntityType, Set<Ability>> abilities,
    List<Limit> limits,
    Duration longestCall,
    Duration settle) {

  public Descriptor {
    abilities = Map.copyOf(abilities);
    limits = List.copyOf(limits);
  }

  public boolean can(EntityType type, Ability ability) {
    return abilities.getOrDefault(type, Set.of()).contains(ability);
  }
}
