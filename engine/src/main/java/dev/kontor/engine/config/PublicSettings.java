package dev.kontor.engine.config;

import dev.kontor.spi.Descriptor;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The part of a connection's settings that mappings and people may see. */
public final class PublicSettings {

  private static final String SECRET = "(secret)";

  private PublicSettings() {}

  /**
   * Every setting the connector's schema knows and does not call secret, with {@code zone} and
   * {@code referencePrefix} of the connection.
   */
  public static JsonNode of(ConnectionConfig connection, Descriptor connector) {
    ObjectNode shown = open(connection, connector);
    shown.put("zone", connection.zone().getId());
    shown.put("referencePrefix", connection.referencePrefix());
    return shown;
  }

  /** Every setting the connector's schema knows and does not call secret. */
  public static ObjectNode open(ConnectionConfig connection, Descriptor connector) {
    ObjectNode shown = JsonNodeFactory.instance.objectNode();
    JsonNode rules = rules(connector).path("properties");
    for (String name : rules.propertyNames()) {
      JsonNode value = visible(connection.settings().node(name), rules.path(name));
      if (!value.isMissingNode()) {
        shown.set(name, value);
      }
    }
    return shown;
  }

  /** The JSON pointers of the secrets that there are. */
  public static List<String> secrets(ConnectionConfig connection, Descriptor connector) {
    List<String> pointers = new ArrayList<>();
    JsonNode rules = rules(connector).path("properties");
    for (String name : rules.propertyNames()) {
      secrets(
          connection.settings().node(name),
          rules.path(name),
          FieldPath.pointer("", name),
          pointers);
    }
    return pointers;
  }

  private static void secrets(JsonNode value, JsonNode rule, String at, List<String> pointers) {
    if (SettingRules.isSecret(rule) && !value.isMissingNode()) {
      pointers.add(at);
    }
    for (String name : value.propertyNames()) {
      JsonNode known = rule.path("properties").path(name);
      secrets(value.path(name), known, FieldPath.pointer(at, name), pointers);
    }
  }

  /** The schema of the settings in one piece: every {@code $defs} put in place. */
  public static JsonNode rules(Descriptor connector) {
    return SettingRules.of(connector);
  }

  /** As people configured it, {@code (secret)} in the place of each secret. */
  public static JsonNode shown(ConnectionConfig connection, Descriptor connector) {
    ObjectNode shown = JsonNodeFactory.instance.objectNode();
    JsonNode rules = SettingRules.of(connector).path("properties");
    for (String name : rules.propertyNames()) {
      JsonNode value = connection.settings().node(name);
      if (!value.isMissingNode()) {
        shown.set(name, redacted(value, rules.path(name)));
      }
    }
    return shown;
  }

  private static JsonNode redacted(JsonNode value, JsonNode rule) {
    if (SettingRules.isSecret(rule)) {
      return JsonNodeFactory.instance.stringNode(SECRET);
    }
    if (value instanceof ArrayNode array) {
      ArrayNode shown = array.arrayNode();
      array.forEach(element -> shown.add(redacted(element, rule.path("items"))));
      return shown;
    }
    if (!(value instanceof ObjectNode object)) {
      return value;
    }
    ObjectNode shown = JsonNodeFactory.instance.objectNode();
    for (String name : object.propertyNames()) {
      JsonNode known = rule.path("properties").path(name);
      shown.set(name, redacted(object.path(name), known));
    }
    return shown;
  }

  private static JsonNode visible(JsonNode value, JsonNode rule) {
    if (SettingRules.isSecret(rule)) {
      return JsonNodeFactory.instance.missingNode();
    }
    if (!(value instanceof ObjectNode object)) {
      return value;
    }
    ObjectNode shown = JsonNodeFactory.instance.objectNode();
    for (String name : object.propertyNames()) {
      JsonNode inner = visible(object.path(name), rule.path("properties").path(name));
      if (!inner.isMissingNode()) {
        shown.set(name, inner);
      }
    }
    return shown;
  }
}
