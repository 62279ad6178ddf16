package dev.kontor.twin.magento.attribute;

import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.data.Row;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is sent of an option (Magento_Eav, Entity/Attribute/OptionManagement). */
final class OptionSave {
  private OptionSave() {}

  /** The option of this number. */
  static Optional<ObjectNode> numbered(ObjectNode attribute, String value) {
    return attribute
        .path("options")
        .valueStream()
        .filter(o -> Row.text(o, "value").equals(value))
        .map(ObjectNode.class::cast)
        .findFirst();
  }

  /** Refuses a label that is empty or that another option has. */
  static void check(ObjectNode attribute, JsonNode sent, String own) {
    if (!Options.uses(attribute)) {
      throw ApiError.listed(
          400, "The \"%1\" attribute doesn't work with options.", Row.text(attribute, "code"));
    }
    String label = Row.text(sent, "label").strip();
    if (label.isEmpty()) {
      throw ApiError.of(400, "The attribute option label is empty. Enter the value and try again.");
    }
    if (Options.of(attribute, label).filter(o -> !Row.text(o, "value").equals(own)).isPresent()) {
      throw ApiError.listed(
          400,
          "Admin store attribute option label \"%1\" is already exists.",
          Row.text(sent, "label"));
    }
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
}
