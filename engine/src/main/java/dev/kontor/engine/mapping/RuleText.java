package dev.kontor.engine.mapping;

import dev.kontor.engine.config.Problem;
import dev.kontor.engine.config.YamlDocument;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A rule as written, with its place in its file.
 *
 * @param pointer JSON pointer of the rule
 */
record RuleText(YamlDocument document, String pointer, JsonNode node) {

  boolean has(String field) {
    return node.has(field);
  }

  @Nullable JsonNode get(String field) {
    return node.get(field);
  }

  /** A field's text; empty if absent or no plain value. */
  Optional<String> text(String field) {
    JsonNode value = node.path(field);
    return value.isValueNode() && !value.isNull()
        ? Optional.of(value.asString())
        : Optional.empty();
  }

  String to() {
    return text("to").orElse("");
  }

  /** Whether an overlay takes a shipped rule out with it. */
  boolean removes() {
    return text("remove").filter("true"::equals).isPresent();
  }

  Problem problem(String field, String problem, String remedy) {
    String at = node.has(field) ? pointer + "/" + field : pointer;
    Problem located = document.problem(at, problem, remedy);
    String name = to().isEmpty() ? located.path() : located.path() + " (to " + to() + ")";
    return new Problem(located.file(), located.line(), name, problem, remedy);
  }
}
