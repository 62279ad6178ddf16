package dev.kontor.twin.magento.attribute;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.data.Row;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Creates and changes attributes (Magento_Catalog, Model/Product/Attribute/Repository). */
final class AttributeSave {
  private static final Set<String> INPUTS =
      Set.of(
          "text",
          "textarea",
          "texteditor",
          "date",
          "datetime",
          "boolean",
          "multiselect",
          "select",
          "price",
          "media_image",
          "weee",
          "swatch_visual",
          "swatch_text");

  private final Attributes attributes;

  AttributeSave(Attributes attributes) {
    this.attributes = attributes;
  }

  ObjectNode create(JsonNode sent) {
    String label = label(sent);
    if (label.isEmpty() && sent.path("frontend_labels").isEmpty()) {
      throw ApiError.required("frontend_label");
    }
    if (label.isEmpty()) {
      throw ApiError.invalid("frontend_label", "");
    }
    String code =
        sent.path("attribute_code")
            .asString(label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_"));
    if (!code.matches("[a-z][a-z_0-9]{0,59}")) {
      throw ApiError.invalid("attribute_code", code);
    }
    String input = Row.text(sent, "frontend_input");
    if (!INPUTS.contains(input)) {
      throw ApiError.invalid("frontend_input", input);
    }
    if (attributes.find(code).isPresent()) {
      throw ApiError.listed(400, "%1 already exists.", "Attribute with the same code");
    }
    ObjectNode row =
        Json.object()
            .put("code", code)
            .put("input", input)
            .put("scope", sent.path("scope").asString("store"));
    for (JsonNode option : sent.path("options")) {
      if (!Row.text(option, "label").isBlank()) {
        OptionSave.lay(attributes.options().add(row, "", row.path("options").size()), option);
      }
    }
    return attributes.add(lay(row, sent));
  }

  /** The code and the input of an attribute stay what they are. */
  ObjectNode change(ObjectNode row, JsonNode sent) {
    if (sent.has("scope")) {
      row.set("scope", sent.path("scope"));
    }
    return lay(row, sent);
  }

  private static ObjectNode lay(ObjectNode row, JsonNode sent) {
    String label = label(sent);
    if (!label.isEmpty()) {
      row.put("label", label);
    }
    if (sent.has("is_required")) {
      row.put("required", sent.path("is_required").asBoolean());
    }
    if (sent.has("is_unique")) {
      row.put("unique", Row.text(sent, "is_unique").equals("1"));
    }
    for (JsonNode own : sent.path("frontend_labels")) {
      if (Row.number(own, "store_id") != 0) {
        row.withObjectProperty("labels").set(own.path("store_id").asString(""), own.path("label"));
      }
    }
    return row;
  }

  private static String label(JsonNode sent) {
    return sent.path("default_frontend_label")
        .asStringOpt()
        .orElseGet(
            () ->
                sent.path("frontend_labels")
                    .valueStream()
                    .filter(l -> Row.number(l, "store_id") == 0)
                    .map(l -> Row.text(l, "label"))
                    .findFirst()
                    .orElse(""));
  }
}
