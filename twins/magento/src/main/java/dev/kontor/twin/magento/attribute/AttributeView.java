package dev.kontor.twin.magento.attribute;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.data.Row;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An attribute as the REST interface shows it. */
final class AttributeView {
  private static final Map<String, String> BACKENDS =
      Map.of(
          "textarea", "text",
          "multiselect", "text",
          "select", "int",
          "boolean", "int",
          "date", "datetime",
          "datetime", "datetime",
          "price", "decimal",
          "weight", "decimal");

  private AttributeView() {}

  static ObjectNode of(ObjectNode row, long store) {
    String input = Row.text(row, "input");
    ObjectNode view = Json.object();
    AttributeFlags.into(view, input);
    view.put("is_visible", true)
        .put("scope", Row.text(row, "scope"))
        .put("attribute_id", Row.number(row, "id"))
        .put("attribute_code", Row.text(row, "code"))
        .put("frontend_input", input)
        .put("entity_type_id", "4")
        .put("is_required", row.path("required").asBoolean(false));
    view.set("options", OptionView.of(row, store));
    view.put("is_user_defined", row.path("user_defined").asBoolean(false))
        .put("default_frontend_label", Row.text(row, "label"));
    ArrayNode labels = view.putArray("frontend_labels");
    row.path("labels")
        .properties()
        .forEach(
            l ->
                labels
                    .addObject()
                    .put("store_id", Long.parseLong(l.getKey()))
                    .put("label", l.getValue().asString()));
    view.put("backend_type", BACKENDS.getOrDefault(input, "varchar"));
    if (input.equals("select")) {
      view.put("source_model", "Magento\\Eav\\Model\\Entity\\Attribute\\Source\\Table");
    }
    view.put("default_value", "").put("is_unique", row.path("unique").asBoolean(false) ? "1" : "0");
    view.putArray("validation_rules");
    return view;
  }
}
