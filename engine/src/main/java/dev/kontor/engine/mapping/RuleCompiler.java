package dev.kontor.engine.mapping;

import dev.kontor.engine.config.Nearest;
import dev.kontor.engine.config.Problem;
import dev.kontor.engine.config.YamlDocument;
import dev.kontor.spi.MappingFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Compiles rules and collects everything wrong with them. */
final class RuleCompiler {

  private static final Set<String> FIELDS =
      Set.of(
          "to", "path", "expr", "call", "with", "const", "each", "rules", "values", "table",
          "lookup", "default", "when", "as", "format", "zone", "remove");
  private static final List<String> SOURCES = List.of("path", "expr", "call", "const", "rules");
  private static final ValueSource NOTHING = scope -> null;

  private final Map<String, MappingFunction> functions;
  private final StepCompiler steps;
  private final List<Problem> problems;

  RuleCompiler(Map<String, MappingFunction> functions, Set<String> tables, List<Problem> problems) {
    this.functions = functions;
    this.steps = new StepCompiler(tables, problems);
    this.problems = problems;
  }

  /** Cuts a list of rules into its elements. */
  static List<RuleText> texts(
      YamlDocument document, String pointer, JsonNode rules, List<Problem> problems) {
    List<RuleText> texts = new ArrayList<>();
    if (!rules.isArray()) {
      problems.add(document.problem(pointer, "rules are no list", "write '- {to: …, path: …}'"));
    }
    for (int i = 0; i < rules.size(); i++) {
      RuleText text = new RuleText(document, pointer + "/" + i, rules.path(i));
      if (text.to().isEmpty()) {
        problems.add(text.problem("to", "'to' is missing", "write where the rule writes"));
      } else {
        texts.add(text);
      }
    }
    return texts;
  }

  List<Rule> compile(List<RuleText> texts) {
    List<Rule> rules = new ArrayList<>();
    for (RuleText text : texts) {
      checkFields(text);
      TargetPath to = attempt(text, "to", () -> TargetPath.compile(text.to()));
      if (to != null) {
        rules.add(rule(text, to));
      }
    }
    return rules;
  }

  private void checkFields(RuleText text) {
    for (String field : text.node().propertyNames()) {
      if (!FIELDS.contains(field)) {
        problems.add(text.problem(field, "is unknown", Nearest.remedy(field, FIELDS, "remove it")));
      }
    }
    List<String> sources = SOURCES.stream().filter(text::has).toList();
    if (sources.size() != 1) {
      problems.add(
          text.problem(
              "to",
              sources.isEmpty() ? "takes its value from nowhere" : "has " + sources + " at once",
              "write exactly one of " + String.join(", ", SOURCES)));
    }
    if (text.has("rules") && !text.has("each")) {
      problems.add(text.problem("rules", "stands without 'each'", "name the list with 'each'"));
    }
  }

  private Rule rule(RuleText text, TargetPath to) {
    return new Rule(
        to,
        text.text("when").map(when -> expression(text, "when", when, to)).orElse(null),
        text.text("each").map(each -> path(text, "each", each)).orElse(null),
        steps.guarded(text, source(text, to)),
        steps.compile(text),
        text.get("default"));
  }

  private ValueSource source(RuleText text, TargetPath to) {
    if (text.has("path")) {
      SourcePath path = path(text, "path", text.text("path").orElse(""));
      return path == null ? NOTHING : text.has("lookup") ? Lookups.matchKey(path) : path;
    }
    if (text.has("expr")) {
      Expression expression = expression(text, "expr", text.text("expr").orElse(""), to);
      return expression == null ? NOTHING : expression;
    }
    if (text.has("call")) {
      return call(text);
    }
    if (text.has("const")) {
      JsonNode constant = text.get("const");
      return scope -> constant;
    }
    return nested(text);
  }

  private ValueSource nested(RuleText text) {
    JsonNode rules = text.get("rules");
    if (rules == null) {
      return NOTHING;
    }
    List<Rule> inner = compile(texts(text.document(), text.pointer() + "/rules", rules, problems));
    return scope -> {
      ObjectNode object = scope.run().object();
      Mapping.write(inner, scope, object);
      return object;
    };
  }

  private ValueSource call(RuleText text) {
    String name = text.text("call").orElse("");
    MappingFunction function = functions.get(name);
    if (function == null) {
      problems.add(
          text.problem(
              "call",
              "the connector has no function '" + name + "'",
              Nearest.remedy(name, functions.keySet(), "correct the name")));
      return NOTHING;
    }
    List<ValueSource> arguments = new ArrayList<>();
    JsonNode with = text.node().path("with");
    for (int i = 0; i < with.size(); i++) {
      JsonNode argument = with.path(i);
      SourcePath path = argument.isString() ? path(text, "with", argument.asString()) : null;
      arguments.add(path == null ? scope -> argument : path);
    }
    return new FunctionCall(name, function, arguments);
  }

  private @Nullable Expression expression(
      RuleText text, String field, String expression, TargetPath to) {
    Expression compiled = attempt(text, field, () -> Expression.compile(expression));
    if (compiled != null) {
      ExpressionLint.check(expression, to)
          .ifPresent(problem -> problems.add(text.problem(field, problem, "change the mapping")));
    }
    return compiled;
  }

  private @Nullable SourcePath path(RuleText text, String field, String path) {
    return attempt(text, field, () -> SourcePath.compile(path));
  }

  private <T> @Nullable T attempt(RuleText text, String field, Supplier<T> compilation) {
    try {
      return compilation.get();
    } catch (IllegalArgumentException e) {
      problems.add(text.problem(field, String.valueOf(e.getMessage()), "correct it"));
      return null;
    }
  }
}
