package dev.kontor.engine.config;

import dev.kontor.model.ModelJson;
import dev.kontor.spi.Descriptor;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a connection's settings must be if it names a certain connector, as JSON Schema. */
final class ConnectionRule {

  private ConnectionRule() {}

  static ObjectNode of(Descriptor connector) {
    ObjectNode rule = ModelJson.mapper().createObjectNode();
    ObjectNode condition = rule.putObject("if");
    condition.putObject("properties").putObject("connector").put("const", connector.id());
    condition.putArray("required").add("connector");
    ObjectNode consequence = rule.putObject("then");
    JsonNode settings = SettingRules.of(connector);
    consequence.putObject("properties").set("settings", withReferences(settings));
    if (!settings.path("required").isEmpty()) {
      consequence.putArray("required").add("settings");
    }
    return rule;
  }

  /** The schema with a reference wherever the connector wants a secret. */
  private static JsonNode withReferences(JsonNode schema) {
    if (SettingRules.isSecret(schema)) {
      return ModelJson.mapper().createObjectNode().put("$ref", "#/$defs/secret");
    }
    JsonNode copy = schema.deepCopy();
    if (copy.path("properties") instanceof ObjectNode properties) {
      for (Map.Entry<String, JsonNode> property : List.copyOf(properties.properties())) {
        properties.set(property.getKey(), withReferences(property.getValue()));
      }
    }
    return copy;
  }
}
