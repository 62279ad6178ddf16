package dev.kontor.engine.customer;

import dev.kontor.model.ModelJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields in which one native document is to differ from another; null for what goes. */
final class Delta {

  private Delta() {}

  static ObjectNode between(JsonNode now, JsonNode wanted) {
    ObjectNode delta = ModelJson.mapper().createObjectNode();
    wanted
        .properties()
        .forEach(field -> add(delta, field.getKey(), now.path(field.getKey()), field.getValue()));
    now.properties().stream()
        .filter(field -> !wanted.has(field.getKey()) && !field.getValue().isNull())
        .forEach(field -> add(delta, field.getKey(), field.getValue(), NullNode.getInstance()));
    return delta;
  }

  private static void add(ObjectNode delta, String name, JsonNode now, JsonNode wanted) {
    if (now.isObject() || wanted.isObject()) {
      ObjectNode inner = between(now, wanted);
      if (!inner.isEmpty()) {
        delta.set(name, inner);
      }
    } else if (!isSame(now, wanted)) {
      delta.set(name, wanted);
    }
  }

  private static boolean isSame(JsonNode now, JsonNode wanted) {
    if (now.isNumber() && wanted.isNumber()) {
      return now.decimalValue().compareTo(wanted.decimalValue()) == 0;
    }
    return isNothing(now) ? isNothing(wanted) : now.equals(wanted);
  }

  private static boolean isNothing(JsonNode value) {
    return value.isArray()
        ? value.isEmpty()
        : value.isMissingNode() || value.isNull() || value.asString("x").isEmpty();
  }

  /** What a document is once a delta was written. */
  static JsonNode applied(JsonNode document, JsonNode delta) {
    ObjectNode result =
        document.isObject()
            ? document.deepCopy().asObject()
            : ModelJson.mapper().createObjectNode();
    delta
        .properties()
        .forEach(
            field ->
                result.set(
                    field.getKey(),
                    field.getValue().isObject()
                        ? applied(result.path(field.getKey()), field.getValue())
                        : field.getValue()));
    return result;
  }
}
