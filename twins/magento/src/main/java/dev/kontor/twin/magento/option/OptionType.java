package dev.kontor.twin.magento.option;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.data.Row;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The types of custom options (Magento_Catalog, etc/product_options.xml). */
enum OptionType {
  FIELD("Field", "Text"),
  AREA("Area", "Text"),
  FILE("File", "File"),
  DROP_DOWN("Drop-down", "Select"),
  RADIO("Radio Buttons", "Select"),
  CHECKBOX("Checkbox", "Select"),
  MULTIPLE("Multiple Select", "Select"),
  DATE("Date", "Date"),
  DATE_TIME("Date & Time", "Date"),
  TIME("Time", "Date");

  private final String label;
  private final String group;

  OptionType(String label, String group) {
    this.label = label;
    this.group = group;
  }

  private String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Empty for a code that is none. */
  static Optional<OptionType> named(String code) {
    return Arrays.stream(values()).filter(t -> t.code().equals(code)).findFirst();
  }

  /** That of a stored option. */
  static OptionType of(JsonNode option) {
    return named(Row.text(option, "type")).orElseThrow();
  }

  /** Whether buyers choose among values, which have the prices and SKUs. */
  boolean hasValues() {
    return group.equals("Select");
  }

  boolean isText() {
    return group.equals("Text");
  }

  /** Whether buyers may choose more than one value. */
  boolean isMultiple() {
    return this == CHECKBOX || this == MULTIPLE;
  }

  /** All of them, as {@code GET /V1/products/options/types} lists them. */
  static ArrayNode listed() {
    ArrayNode types = Json.array();
    for (OptionType type : values()) {
      types.addObject().put("label", type.label).put("code", type.code()).put("group", type.group);
    }
    return types;
  }
}
