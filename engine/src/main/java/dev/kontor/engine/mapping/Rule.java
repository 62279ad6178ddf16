package dev.kontor.engine.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One compiled rule.
 *
 * @param when condition, null for always; with {@code each} it chooses elements
 * @param each source array whose elements are translated one by one, null for a single value
 * @param source of the value; inside {@code each} relative to the element
 * @param steps translations in order: value table or look-up, then conversion
 * @param fallback written if there is no value; null to write nothing
 */
record Rule(
    TargetPath to,
    @Nullable Expression when,
    @Nullable SourcePath each,
    ValueSource source,
    List<ValueStep> steps,
    @Nullable JsonNode fallback) {

  void apply(Scope outer, ObjectNode result) {
    Scope scope = outer.at(to.text());
    JsonNode value = each == null ? single(scope) : elements(each, scope);
    if (value != null) {
      to.write(outer.run(), result, value);
    }
  }

  private @Nullable JsonNode single(Scope scope) {
    if (!applies(scope)) {
      return null;
    }
    JsonNode value = translated(scope);
    return value == null ? fallback : value;
  }

  private boolean applies(Scope scope) {
    return when == null || when.holds(scope);
  }

  private @Nullable JsonNode translated(Scope scope) {
    JsonNode value = source.read(scope);
    for (ValueStep step : steps) {
      value = value == null ? null : step.translate(value, scope);
    }
    return value;
  }

  private @Nullable JsonNode elements(SourcePath array, Scope scope) {
    JsonNode elements = array.read(scope);
    if (elements == null) {
      return fallback;
    }
    if (!elements.isArray()) {
      throw scope.invalid("has no list at its source; 'each' needs one");
    }
    ArrayNode results = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < elements.size(); i++) {
      Scope element = scope.element(i, elements.get(i));
      JsonNode value = applies(element) ? translated(element) : null;
      if (value != null) {
        results.add(value);
      }
    }
    return results;
  }
}
