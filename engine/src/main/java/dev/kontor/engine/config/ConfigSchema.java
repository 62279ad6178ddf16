package dev.kontor.engine.config;

import dev.kontor.model.ModelJson;
import dev.kontor.spi.Descriptor;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of {@code kontor.yaml} with the settings of every installed connector in it. */
public final class ConfigSchema {

  private static final String RESOURCE = "/schemas/kontor.schema.json";

  private ConfigSchema() {}

  /** For the check on start and for editors. */
  public static JsonNode of(ConnectorSchemas installed) {
    ObjectNode schema = (ObjectNode) ModelJson.parse(shipped());
    ObjectNode connection = (ObjectNode) schema.path("$defs").path("connection");
    ArrayNode cases = connection.putArray("allOf");
    ArrayNode names =
        ((ObjectNode) connection.path("properties").path("connector")).putArray("enum");
    for (String id : installed.connectors().stream().sorted().toList()) {
      names.add(id);
      installed.connector(id).ifPresent(connector -> cases.add(settingsOf(connector)));
    }
    ArrayNode packs =
        ((ObjectNode) schema.path("$defs").path("pack").path("properties").path("use"))
            .putArray("enum");
    installed.packs().forEach(packs::add);
    return schema;
  }

  private static String shipped() {
    return ConnectorSchemas.resource(RESOURCE)
        .orElseThrow(() -> new IllegalStateException("the build lacks " + RESOURCE));
  }

  private static ObjectNode settingsOf(Descriptor connector) {
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
