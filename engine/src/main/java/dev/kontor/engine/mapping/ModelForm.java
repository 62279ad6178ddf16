package dev.kontor.engine.mapping;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The form every model document has: decimals are strings, nothing is null. Custom data below
 * {@code extra} keeps its own types.
 */
final class ModelForm {

  private ModelForm() {}

  static JsonNode of(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> object(object);
      case ArrayNode array -> {
        ArrayNode elements = JsonNodeFactory.instance.arrayNode();
        array.forEach(element -> elements.add(of(element)));
        yield elements;
      }
      default ->
          node.isNumber()
              ? JsonNodeFactory.instance.stringNode(
                  Decimals.of(node)
                      .orElseThrow(() -> new ExpressionRefusal("has a number of absurd length"))
                      .toPlainString())
              : node;
    };
  }

  private static ObjectNode object(ObjectNode object) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    List<String> names = new ArrayList<>(object.propertyNames());
    for (String name : names) {
      JsonNode value = object.path(name);
      if (!value.isNull()) {
        fields.set(name, name.equals("extra") ? value : of(value));
      }
    }
    return fields;
  }
}
