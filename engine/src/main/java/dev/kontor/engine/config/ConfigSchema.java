package dev.kontor.engine.config;

import dev.kontor.model.ModelJson;
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
      installed.connector(id).ifPresent(connector -> cases.add(ConnectionRule.of(connector)));
    }
    ArrayNode packs =
        ((ObjectNode) schema.path("$defs").path("pack").path("properties").path("use"))
            .putArray("enum");
    installed.packs().forEach(packs::add);
    return schema;
  }

  /** The same for a tree that has what is set up in the console in it. */
  static JsonNode merged(ConnectorSchemas installed) {
    JsonNode schema = of(installed);
    ((ObjectNode) schema.at("/$defs/secret/properties"))
        .putObject(Secrets.KEPT)
        .put("type", "string");
    return schema;
  }

  private static String shipped() {
    return ShippedText.at(RESOURCE)
        .orElseThrow(() -> new IllegalStateException("the build lacks " + RESOURCE));
  }
}
