package dev.kontor.twin.magento.attribute;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.data.Row;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be chosen of an attribute (Magento_Eav, Entity/Attribute/OptionManagement and
 * Source/Table). Options of all attributes share one sequence of numbers.
 */
public final class Options {
  private long last;

  /** Goes on behind the numbers this attribute has. */
  void number(ObjectNode attribute) {
    for (JsonNode option : attribute.path("options")) {
      last = Math.max(last, option.path("value").asLong(0));
    }
  }

  ObjectNode add(ObjectNode attribute, String label, long sort) {
    return attribute
        .withArrayProperty("options")
        .addObject()
        .put("value", String.valueOf(++last))
        .put("label", label)
        .put("sort_order", sort);
  }

  static boolean uses(ObjectNode attribute) {
    return List.of("select", "multiselect", "boolean").contains(Row.text(attribute, "input"));
  }

  /** In the order in which they are offered. */
  public static List<JsonNode> sorted(ObjectNode attribute) {
    return attribute
        .path("options")
        .valueStream()
        .sorted(Comparator.comparingLong(o -> Row.number(o, "sort_order")))
        .toList();
  }

  /**
   * The option of this label, whatever its case. The shop takes the number of an option for its
   * label, too.
   */
  static Optional<JsonNode> of(ObjectNode attribute, String label) {
    return sorted(attribute).stream()
        .filter(
            o -> Row.text(o, "label").equalsIgnoreCase(label) || Row.text(o, "value").equals(label))
        .findFirst();
  }

  static Optional<ObjectNode> numbered(ObjectNode attribute, String value) {
    return attribute
        .path("options")
        .valueStream()
        .filter(o -> Row.text(o, "value").equals(value))
        .map(ObjectNode.class::cast)
        .findFirst();
  }

  /** As a list of one store view shows them; an empty choice comes first. */
  static ArrayNode shown(ObjectNode attribute, long store) {
    ArrayNode shown = Json.array();
    if (attribute.has("fixed")) {
      return shown.addAll((ArrayNode) attribute.path("fixed").deepCopy());
    }
    if (Row.text(attribute, "input").equals("boolean")) {
      shown.addObject().put("label", "Yes").put("value", "1");
      shown.addObject().put("label", "No").put("value", "0");
      return shown;
    }
    if (attribute.has("options") || uses(attribute)) {
      shown.addObject().put("label", " ").put("value", "");
    }
    for (JsonNode option : sorted(attribute)) {
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

  /** Lays what was sent over an option; labels of stores not named stay. */
  static void lay(ObjectNode option, JsonNode sent) {
    option.put("label", Row.text(sent, "label").strip());
    if (sent.path("sort_order").isNumber()) {
      option.set("sort_order", sent.path("sort_order"));
    }
    for (JsonNode label : sent.path("store_labels")) {
      option
          .withObjectProperty("labels")
          .put(label.path("store_id").asString(""), Row.text(label, "label"));
    }
  }

  /** Refuses a label that is empty or that another option has. */
  static void check(ObjectNode attribute, JsonNode sent, String own) {
    if (!uses(attribute)) {
      throw ApiError.listed(
          400, "The \"%1\" attribute doesn't work with options.", Row.text(attribute, "code"));
    }
    String label = Row.text(sent, "label").strip();
    if (label.isEmpty()) {
      throw ApiError.of(400, "The attribute option label is empty. Enter the value and try again.");
    }
    if (of(attribute, label).filter(o -> !Row.text(o, "value").equals(own)).isPresent()) {
      throw ApiError.listed(
          400,
          "Admin store attribute option label \"%1\" is already exists.",
          Row.text(sent, "label"));
    }
  }
}
