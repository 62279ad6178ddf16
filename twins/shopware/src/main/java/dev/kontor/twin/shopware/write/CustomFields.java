package dev.kontor.twin.shopware.write;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Values;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** customFields merge per key; an empty map or null wipes them all (contract §12.9). */
final class CustomFields {
  private CustomFields() {}

  static JsonNode merged(@Nullable JsonNode stored, JsonNode written) {
    if (!written.isObject() || written.isEmpty()) {
      return NullNode.getInstance();
    }
    ObjectNode merged = stored instanceof ObjectNode object ? object.deepCopy() : Json.object();
    written.properties().forEach(p -> merged.set(p.getKey(), Values.orNull(p.getValue())));
    return merged;
  }
}
