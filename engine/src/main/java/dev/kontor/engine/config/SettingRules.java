package dev.kontor.engine.config;

import dev.kontor.spi.Descriptor;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A connector's settings schema in one piece, so that each setting's rule stands at the setting.
 */
final class SettingRules {

  private static final int DEEPEST = 32;

  private SettingRules() {}

  /**
   * The schema with every {@code #/$defs/…} put in place.
   *
   * @throws IllegalStateException if it refers to itself, which settings have no use for
   */
  static JsonNode of(Descriptor connector) {
    JsonNode schema = connector.settingsSchema();
    ObjectNode rules = (ObjectNode) inlined(schema, schema, 0);
    rules.remove(List.of("$defs", "$id", "$schema"));
    return rules;
  }

  static boolean isSecret(JsonNode rule) {
    return rule.path("writeOnly").asBoolean(false);
  }

  /** Whether the setting says where something is reached. */
  static boolean isAddress(JsonNode rule) {
    return rule.path("format").asString("").equals("uri");
  }

  private static JsonNode inlined(JsonNode node, JsonNode home, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalStateException("a connector's settings schema refers to itself");
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = array.arrayNode();
      array.forEach(element -> copy.add(inlined(element, home, depth + 1)));
      return copy;
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    ObjectNode copy = object.objectNode();
    String reference = object.path("$ref").asString("");
    if (reference.startsWith("#/")) {
      JsonNode target = home.at(JsonPointer.compile(reference.substring(1)));
      copy.setAll((ObjectNode) inlined(target, home, depth + 1));
    }
    List<String> names = new ArrayList<>(object.propertyNames());
    names.removeIf(name -> name.equals("$ref") && reference.startsWith("#/"));
    names.forEach(name -> copy.set(name, inlined(object.path(name), home, depth + 1)));
    return copy;
  }
}
