package dev.kontor.engine.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Settings as a person gives them in the console, taken apart by what the connector calls secret. A
 * secret that is left out stays as it is kept, null takes it away.
 */
public final class GivenSettings {

  private final ObjectNode open = JsonNodeFactory.instance.objectNode();
  private final Map<String, String> secrets;
  private final List<String> mistyped = new ArrayList<>();

  /**
   * @param given an object with secrets in clear
   * @param kept secrets by their JSON pointer in the settings
   */
  public GivenSettings(
      JsonNode given, ConnectorSchemas installed, String connector, Map<String, String> kept) {
    this.secrets = new HashMap<>(kept);
    JsonNode rules =
        installed
            .connector(connector)
            .map(SettingRules::of)
            .orElse(JsonNodeFactory.instance.objectNode());
    take(given, rules, "", open);
  }

  private void take(JsonNode given, JsonNode rules, String pointer, ObjectNode into) {
    for (Map.Entry<String, JsonNode> setting : given.properties()) {
      String at = FieldPath.pointer(pointer, setting.getKey());
      JsonNode rule = rules.path("properties").path(setting.getKey());
      JsonNode value = setting.getValue();
      if (SettingRules.isSecret(rule)) {
        secret(value, at);
      } else if (value.isObject()) {
        take(value, rule, at, into.putObject(setting.getKey()));
      } else {
        into.set(setting.getKey(), value);
      }
    }
  }

  private void secret(JsonNode value, String at) {
    if (value.isNull()) {
      secrets.remove(at);
    } else if (value.isString()) {
      secrets.put(at, value.asString());
    } else {
      mistyped.add(at);
    }
  }

  /** Without secrets. */
  public ObjectNode open() {
    return open;
  }

  /** In clear, by their JSON pointer in the settings. */
  public Map<String, String> secrets() {
    return Map.copyOf(secrets);
  }

  /** Secrets that are no text, as problems of that connection; never with a secret. */
  public List<Problem> problems(String connection) {
    return mistyped.stream()
        .map(
            at ->
                new Problem(
                    YamlDocument.CONSOLE_FILE,
                    0,
                    "connections." + connection + ".settings." + FieldPath.dotted(at),
                    "is a secret and must be a text",
                    "type it in, leave it out to keep the one there is, or send null to take it"
                        + " away"))
        .toList();
  }
}
