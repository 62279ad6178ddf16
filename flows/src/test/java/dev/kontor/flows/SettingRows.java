package dev.kontor.flows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The settings of a schema as a page names them: {@code a.b} in an object, {@code a[].b} in each
 * row of a list, {@code a.*.b} under a name of the operator's. Shared definitions stand under their
 * own name.
 */
final class SettingRows {

  /**
   * One setting.
   *
   * @param value what the schema says of it
   */
  record Row(JsonNode value, boolean required) {}

  private final Map<String, Row> rows = new LinkedHashMap<>();

  private SettingRows() {}

  static Map<String, Row> of(JsonNode schema) {
    SettingRows settings = new SettingRows();
    schema
        .path("$defs")
        .properties()
        .forEach(shared -> settings.properties(shared.getKey(), shared.getValue()));
    settings.properties("", schema);
    return settings.rows;
  }

  private void properties(String owner, JsonNode object) {
    List<String> required =
        object.path("required").valueStream().map(name -> name.asString("")).toList();
    for (Map.Entry<String, JsonNode> property : object.path("properties").properties()) {
      String name = owner.isEmpty() ? property.getKey() : owner + "." + property.getKey();
      rows.put(name, new Row(property.getValue(), required.contains(property.getKey())));
      within(name, property.getValue());
    }
  }

  private void within(String name, JsonNode value) {
    properties(name, value);
    if (value.path("items").isObject()) {
      within(name + "[]", value.path("items"));
    }
    if (value.path("additionalProperties").isObject()) {
      within(name + ".*", value.path("additionalProperties"));
    }
  }
}
