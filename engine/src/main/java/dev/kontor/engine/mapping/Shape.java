package dev.kontor.engine.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A schema of the model, compiled: it gives a result the model's form and tells that it surely
 * fits. What does not surely fit is left to the schema itself, which also finds the words.
 */
sealed interface Shape {

  /**
   * The value in the model's form; objects of the run are changed, others copied.
   *
   * @return null if it does not surely fit; what was changed by then has only gained form
   */
  @Nullable JsonNode fit(Run run, JsonNode value);

  /** Never sure. */
  record Unknown() implements Shape {
    @Override
    public @Nullable JsonNode fit(Run run, JsonNode value) {
      return null;
    }
  }

  /**
   * A text, or a number that becomes one.
   *
   * @param number whether the text of that number surely fits; asked first, as it is cheaper
   * @param text whether the text surely fits
   */
  record Text(Predicate<JsonNode> number, Predicate<String> text) implements Shape {
    @Override
    public @Nullable JsonNode fit(Run run, JsonNode value) {
      if (value.isString()) {
        return text.test(value.stringValue()) ? value : null;
      }
      if (!value.isNumber()) {
        return null;
      }
      String plain = Decimals.of(value).map(n -> n.toPlainString()).orElse(null);
      return plain != null && (number.test(value) || text.test(plain))
          ? JsonNodeFactory.instance.stringNode(plain)
          : null;
    }
  }

  /** One of a few words. */
  record Choice(Set<String> words) implements Shape {
    @Override
    public @Nullable JsonNode fit(Run run, JsonNode value) {
      return value.isString() && words.contains(value.stringValue()) ? value : null;
    }
  }

  /** True or false. */
  record Flag() implements Shape {
    @Override
    public @Nullable JsonNode fit(Run run, JsonNode value) {
      return value.isBoolean() ? value : null;
    }
  }

  /** Custom data, which keeps its own types: objects in an object. */
  record Custom() implements Shape {
    @Override
    public @Nullable JsonNode fit(Run run, JsonNode value) {
      return value.isObject() && value.values().stream().allMatch(JsonNode::isObject)
          ? value
          : null;
    }
  }

  /** A list. */
  record Elements(Shape each) implements Shape {
    @Override
    public @Nullable JsonNode fit(Run run, JsonNode value) {
      if (!(value instanceof ArrayNode array)) {
        return null;
      }
      ArrayNode result = JsonNodeFactory.instance.arrayNode(array.size());
      for (int i = 0; i < array.size(); i++) {
        JsonNode element = each.fit(run, array.get(i));
        if (element == null) {
          return null;
        }
        result.add(element);
      }
      return result;
    }
  }

  /**
   * A field of an object.
   *
   * @param otherwise written where there is none, null for nothing
   */
  record Field(String name, Shape shape, boolean required, @Nullable JsonNode otherwise) {}

  /** An object with no other fields than these. */
  record Fields(Map<String, Field> known, List<Field> needed) implements Shape {

    static Fields of(List<Field> fields) {
      Map<String, Field> known = new HashMap<>();
      fields.forEach(field -> known.put(field.name(), field));
      return new Fields(
          Map.copyOf(known),
          fields.stream().filter(f -> f.required() || f.otherwise() != null).toList());
    }

    @Override
    public @Nullable JsonNode fit(Run run, JsonNode value) {
      if (!(value instanceof ObjectNode given)) {
        return null;
      }
      ObjectNode object = given;
      if (!run.made(given) || given.values().contains(JsonNodeFactory.instance.nullNode())) {
        object = run.object();
        copy(given, object);
      }
      return each(run, object) && complete(object) ? object : null;
    }

    private static void copy(ObjectNode from, ObjectNode to) {
      for (Map.Entry<String, JsonNode> field : from.properties()) {
        if (!field.getValue().isNull()) {
          to.set(field.getKey(), field.getValue());
        }
      }
    }

    private boolean each(Run run, ObjectNode object) {
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        Field field = known.get(entry.getKey());
        JsonNode fitting = field == null ? null : field.shape().fit(run, entry.getValue());
        if (fitting == null) {
          return false;
        }
        entry.setValue(fitting);
      }
      return true;
    }

    private boolean complete(ObjectNode object) {
      for (Field field : needed) {
        if (!object.has(field.name())) {
          if (field.otherwise() == null) {
            return false;
          }
          object.set(field.name(), field.otherwise().deepCopy());
        }
      }
      return true;
    }
  }
}
