package dev.kontor.engine.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A plain path such as {@code a.b[0].c}, {@code $root.number} or {@code `@odata.etag`}, compiled to
 * steps; reading it copies nothing.
 */
record SourcePath(Start start, List<Step> steps) implements ValueSource {

  /** Where a path begins. */
  enum Start {
    CURRENT,
    ROOT,
    SETTINGS,
    CONNECTION
  }

  /** One step into a document. */
  sealed interface Step {
    /** What is there; a missing node if there is nothing. */
    JsonNode into(JsonNode node);

    /** Into a field. */
    record Field(String name) implements Step {
      @Override
      public JsonNode into(JsonNode node) {
        return node.path(name);
      }
    }

    /** Into an array; negative counts from the end. */
    record Index(int index) implements Step {
      @Override
      public JsonNode into(JsonNode node) {
        return node.path(index < 0 ? node.size() + index : index);
      }
    }
  }

  /**
   * @throws IllegalArgumentException saying what is wrong with the path
   */
  static SourcePath compile(String text) {
    List<Step> steps = new ArrayList<>(PathScanner.steps(text));
    Start start = Start.CURRENT;
    if (!steps.isEmpty() && steps.getFirst() instanceof Step.Field(String name)) {
      if (name.startsWith("$")) {
        start =
            switch (name) {
              case "$" -> Start.CURRENT;
              case "$root" -> Start.ROOT;
              case "$settings" -> Start.SETTINGS;
              case "$connection" -> Start.CONNECTION;
              default ->
                  throw new IllegalArgumentException(
                      "knows no variable " + name + ", only $, $root, $settings and $connection");
            };
        steps.removeFirst();
      }
    }
    return new SourcePath(start, List.copyOf(steps));
  }

  @Override
  public @Nullable JsonNode read(Scope scope) {
    JsonNode node = begin(scope);
    for (Step step : steps) {
      node = step.into(node);
    }
    return node.isMissingNode() || node.isNull() ? null : node;
  }

  private JsonNode begin(Scope scope) {
    return switch (start) {
      case CURRENT -> scope.current();
      case ROOT -> scope.root();
      case SETTINGS -> scope.context().settings();
      case CONNECTION -> JsonNodeFactory.instance.stringNode(scope.context().connection());
    };
  }

  /** The path to the object that holds the last field. */
  SourcePath parent() {
    return new SourcePath(start, steps.subList(0, steps.size() - 1));
  }

  boolean endsWith(String field) {
    return !steps.isEmpty() && steps.getLast().equals(new Step.Field(field));
  }
}
