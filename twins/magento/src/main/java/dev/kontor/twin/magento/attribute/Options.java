package dev.kontor.twin.magento.attribute;

import dev.kontor.twin.magento.data.Row;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
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

  /** By its label, whatever its case, or by its number, which the shop takes for one. */
  static Optional<JsonNode> of(ObjectNode attribute, String label) {
    return sorted(attribute).stream()
        .filter(
            o -> Row.text(o, "label").equalsIgnoreCase(label) || Row.text(o, "value").equals(label))
        .findFirst();
  }
}
