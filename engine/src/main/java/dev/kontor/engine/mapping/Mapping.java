package dev.kontor.engine.mapping;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A compiled translation of one kind of document. Immutable and thread-safe. */
public final class Mapping {

  private static final String MODEL = "model.";

  private final String id;
  private final int version;
  private final String to;
  private final List<Rule> rules;
  private final @Nullable Shape shape;

  Mapping(String id, int version, String to, List<Rule> rules) {
    this.id = id;
    this.version = version;
    this.to = to;
    this.rules = List.copyOf(rules);
    this.shape = to.startsWith(MODEL) ? ModelSchemas.shape(to.substring(MODEL.length())) : null;
  }

  /** E.g. {@code shopware/order.in}. */
  public String id() {
    return id;
  }

  /** Of the shipped mapping; overlays do not change it. */
  public int version() {
    return version;
  }

  /** Name of the result's shape; {@code model.*} results are checked against the model. */
  public String to() {
    return to;
  }

  /**
   * Translates a document, which stays unchanged; the result may share parts of it.
   *
   * @throws FaultException {@link Fault.Invalid} naming target path and mapping if the document
   *     cannot be translated or the result is no proper model document, {@link Fault.Missing} if
   *     something it refers to is not in the target yet
   */
  public JsonNode apply(JsonNode source, MappingContext context) {
    Run run = new Run(id, source, context);
    Scope scope = Scope.of(run);
    ObjectNode result = run.object();
    write(rules, scope, result);
    if (shape == null) {
      return result;
    }
    JsonNode surely = shape.fit(run, result);
    return surely == null ? model(result, scope) : surely;
  }

  static void write(List<Rule> rules, Scope scope, ObjectNode result) {
    for (Rule rule : rules) {
      rule.apply(scope, result);
    }
  }

  /** By the schema itself, which says what is wrong. */
  private JsonNode model(ObjectNode result, Scope scope) {
    String name = to.substring(MODEL.length());
    try {
      JsonNode document = ModelForm.of(result);
      ModelSchemas.complete(name, document);
      Map<String, String> problems = ModelSchemas.problems(name, document);
      if (!problems.isEmpty()) {
        throw refused(problems);
      }
      return document;
    } catch (ExpressionRefusal e) {
      throw scope.invalid(String.valueOf(e.getMessage()));
    }
  }

  private FaultException refused(Map<String, String> problems) {
    Map.Entry<String, String> first = problems.entrySet().iterator().next();
    String others =
        problems.entrySet().stream()
            .skip(1)
            .map(problem -> "; " + problem.getKey() + " " + problem.getValue())
            .collect(Collectors.joining());
    return new FaultException(
        new Fault.Invalid(
            first.getKey(), first.getValue() + others + " (mapping " + id + ")", null));
  }
}
