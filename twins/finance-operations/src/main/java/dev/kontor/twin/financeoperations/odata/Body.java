package dev.kontor.twin.financeoperations.odata;

import dev.kontor.twin.financeoperations.records.Fault;
import dev.kontor.twin.financeoperations.schema.EntitySet;
import dev.kontor.twin.financeoperations.schema.Property;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Json;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A request body checked against its entity: unknown, read-only and ill-typed fields refused. */
final class Body {
  private Body() {}

  static ObjectNode read(Call call, EntitySet set, boolean insert) {
    ObjectNode checked = Json.object();
    for (Map.Entry<String, JsonNode> sent : object(call).properties()) {
      if (!sent.getKey().contains("@")) {
        Property property = property(set, sent.getKey());
        if (property.readOnly() || (property.key() && !insert)) {
          throw Fault.request(
              400,
              "The property '%s' of '%s' is read-only."
                  .formatted(property.name(), Names.qualified(set)));
        }
        checked.set(property.name(), Values.stored(property, sent.getValue()));
      }
    }
    return checked;
  }

  private static Property property(EntitySet set, String name) {
    return set.property(name)
        .orElseThrow(
            () ->
                Fault.request(
                    400,
                    "The property '%s' does not exist on type '%s'. Make sure to only use property names that are defined by the type."
                        .formatted(name, Names.qualified(set))));
  }

  private static ObjectNode object(Call call) {
    try {
      if (call.json() instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException e) {
      throw Fault.request(400, "Invalid JSON. " + e.getOriginalMessage());
    }
    throw Fault.request(400, "A JSON object is expected.");
  }
}
