package dev.kontor.contract.mutation;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Descriptor;
import dev.kontor.spi.Settings;
import java.util.List;

/**
 * The connector a mutation is done to.
 *
 * @param type whose role it is
 */
record Mutated(Descriptor descriptor, Settings settings, EntityType type) {

  boolean can(Ability ability) {
    return descriptor.can(type, ability);
  }

  /** One of its secrets, as the settings have it. */
  String secret() {
    List<String> secrets =
        descriptor.settingsSchema().path("properties").properties().stream()
            .filter(property -> property.getValue().path("writeOnly").asBoolean(false))
            .flatMap(property -> settings.optional(property.getKey()).stream())
            .toList();
    return secrets.isEmpty() ? "" : secrets.getFirst();
  }
}
