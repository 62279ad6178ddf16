package dev.kontor.engine.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Settings as a person gives them in the console, taken apart by what the connector calls secret. A
 * secret that is left out stays as it is kept, null takes it away. It stays only for the addresses
 * it was given for: nobody gets to see it by having the hub sign in elsewhere.
 */
public final class GivenSettings {

  private final ObjectNode open = JsonNodeFactory.instance.objectNode();
  private final ObjectNode before;
  private final Map<String, String> secrets;
  private final TreeSet<String> untouched;
  private final List<String> moved = new ArrayList<>();
  private final List<String> mistyped = new ArrayList<>();

  /**
   * @param given an object with secrets in clear
   * @param kept the connection as it is kept, null if there is none; if it is to another system,
   *     its secrets are of no use
   */
  public GivenSettings(
      JsonNode given, ConnectorSchemas installed, String connector, @Nullable KeptConnection kept) {
    Optional<KeptConnection> same =
        Optional.ofNullable(kept).filter(known -> known.connector().equals(connector));
    this.before =
        same.map(KeptConnection::settings).orElseGet(JsonNodeFactory.instance::objectNode);
    this.secrets = new HashMap<>(same.map(KeptConnection::secrets).orElse(Map.of()));
    this.untouched = new TreeSet<>(secrets.keySet());
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
        if (SettingRules.isAddress(rule) && !value.equals(before.at(at))) {
          moved.add(at);
        }
      }
    }
  }

  private void secret(JsonNode value, String at) {
    untouched.remove(at);
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

  /** Secrets that cannot be used, as problems of that connection; never with a secret. */
  public List<Problem> problems(String connection) {
    List<Problem> problems = new ArrayList<>();
    mistyped.forEach(
        at ->
            problems.add(
                problem(
                    connection,
                    at,
                    "is a secret and must be a text",
                    "type it in, leave it out to keep the one there is, or send null to take it"
                        + " away")));
    if (!moved.isEmpty()) {
      String addresses = String.join(", ", moved.stream().map(FieldPath::dotted).toList());
      untouched.forEach(
          at ->
              problems.add(
                  problem(
                      connection,
                      at,
                      "was given for another address than " + addresses + " is now",
                      "type it in again")));
    }
    return problems;
  }

  private static Problem problem(String connection, String at, String problem, String remedy) {
    return new Problem(
        YamlDocument.CONSOLE_FILE,
        0,
        "connections." + connection + ".settings." + FieldPath.dotted(at),
        problem,
        remedy);
  }
}
