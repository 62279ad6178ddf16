package dev.kontor.engine.mapping;

import com.dashjoin.jsonata.Jsonata;
import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shows a JSON tree to JSONata without copying it and takes results back. Numbers stay {@link
 * BigDecimal}; a null field is shown as absent, so that {@code $trim(comment)} works for both.
 */
final class JsonView {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonView() {}

  static @Nullable Object of(@Nullable JsonNode node) {
    if (node == null || node.isNull() || node.isMissingNode()) {
      return null;
    }
    if (node.isObject()) {
      return new ObjectView(node);
    }
    if (node.isArray()) {
      return new ArrayView(node);
    }
    if (node.isNumber()) {
      return node.decimalValue();
    }
    return node.isBoolean() ? (Object) node.booleanValue() : node.asString();
  }

  /** Back from JSONata; null if the result is undefined. */
  static @Nullable JsonNode node(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case ObjectView view -> view.node;
      case ArrayView view -> view.node;
      case String text -> NODES.stringNode(text);
      case Boolean flag -> NODES.booleanNode(flag);
      case BigDecimal number -> NODES.numberNode(number);
      case Number number -> NODES.numberNode(new BigDecimal(number.toString()));
      case List<?> list -> array(list);
      case Map<?, ?> map -> object(map);
      default -> plain(value);
    };
  }

  private static JsonNode plain(Object value) {
    if (value.equals(Jsonata.NULL_VALUE)) {
      return NODES.nullNode();
    }
    throw new ExpressionRefusal("yields a function, not a value");
  }

  private static ArrayNode array(List<?> list) {
    ArrayNode array = NODES.arrayNode();
    for (Object element : list) {
      JsonNode node = node(element);
      array.add(node == null ? NODES.nullNode() : node);
    }
    return array;
  }

  private static ObjectNode object(Map<?, ?> map) {
    ObjectNode object = NODES.objectNode();
    map.forEach(
        (name, value) -> {
          JsonNode node = node(value);
          if (node != null) {
            object.set(String.valueOf(name), node);
          }
        });
    return object;
  }

  /** An object as a map. */
  private static final class ObjectView extends AbstractMap<String, Object> {
    private final JsonNode node;

    ObjectView(JsonNode node) {
      this.node = node;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
      return key instanceof String name ? of(node.get(name)) : null;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
      return get(key) != null;
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
      Map<String, Object> shown = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        Object value = of(field.getValue());
        if (value != null) {
          shown.put(field.getKey(), value);
        }
      }
      return shown.entrySet();
    }
  }

  /** An array as a list. */
  private static final class ArrayView extends AbstractList<Object> {
    private final JsonNode node;

    ArrayView(JsonNode node) {
      this.node = node;
    }

    @Override
    public Object get(int index) {
      Object value = of(node.get(index));
      return value == null ? Jsonata.NULL_VALUE : value;
    }

    @Override
    public int size() {
      return node.size();
    }
  }
}
