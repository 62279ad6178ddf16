package dev.kontor.twin.magento.attribute;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.data.Row;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The options of an attribute as a store view lists them. */
final class OptionView {
  private OptionView() {}

  /** As a list of one store view shows them; an empty choice comes first. */
  static ArrayNode of(ObjectNode attribute, long store) {
    ArrayNode shown = Json.array();
    if (attribute.has("fixed")) {
      return shown.addAll((ArrayNode) attribute.path("fixed").deepCopy());
    }
    if (Row.text(attribute, "input").equals("boolean")) {
      shown.addObject().put("label", "Yes").put("value", "1");
      shown.addObject().put("label", "No").put("value", "0");
      return shown;
    }
    if (attribute.has("options") || Options.uses(attribute)) {
      shown.addObject().put("label", " ").put("value", "");
    }
    for (JsonNode option : Options.sorted(attribute)) {
      shown.addObject().put("label", label(option, store)).put("value", Row.text(option, "value"));
    }
    return shown;
  }

  private static String label(JsonNode option, long store) {
    return option
        .path("labels")
        .path(String.valueOf(store))
        .asString(option.path("label").asString(""));
  }
}
