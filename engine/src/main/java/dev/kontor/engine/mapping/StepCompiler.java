package dev.kontor.engine.mapping;

import dev.kontor.engine.config.Nearest;
import dev.kontor.engine.config.Problem;
import dev.kontor.model.EntityType;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Compiles what a rule does to its value: value table or look-up, then conversion. */
final class StepCompiler {

  private static final List<String> TYPES =
      List.of("decimal", "number", "integer", "boolean", "text", "date", "datetime");

  private final Set<String> tables;
  private final List<Problem> problems;

  StepCompiler(Set<String> tables, List<Problem> problems) {
    this.tables = tables;
    this.problems = problems;
  }

  List<ValueStep> compile(RuleText text) {
    List<ValueStep> steps = new ArrayList<>();
    boolean orDefault = text.has("default");
    JsonNode values = text.get("values");
    if (values != null) {
      Map<String, JsonNode> entries = new HashMap<>();
      values.properties().forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
      steps.add(Lookups.values(entries, orDefault));
    }
    text.text("table").ifPresent(name -> steps.add(table(text, name, orDefault)));
    entity(text).ifPresent(entity -> steps.add(Lookups.crossref(entity)));
    text.text("as").map(type -> conversion(text, type)).ifPresent(steps::add);
    return steps;
  }

  /** A look-up without default refuses a document that names nothing to look up. */
  ValueSource guarded(RuleText text, ValueSource source) {
    String key = text.text("path").or(() -> text.text("expr")).orElse("value");
    return entity(text)
        .filter(entity -> !text.has("default"))
        .map(entity -> Lookups.required(entity, key, source))
        .orElse(source);
  }

  private ValueStep table(RuleText text, String name, boolean orDefault) {
    if (!tables.contains(name) && !orDefault) {
      problems.add(
          text.problem(
              "table",
              "the configuration has no table '" + name + "'",
              Nearest.remedy(name, tables, "add it under tables")));
    }
    return Lookups.table(name, orDefault);
  }

  private Optional<EntityType> entity(RuleText text) {
    return text.text("lookup")
        .flatMap(
            name -> {
              try {
                return Optional.of(EntityType.of(name));
              } catch (IllegalArgumentException e) {
                problems.add(
                    text.problem(
                        "lookup",
                        "knows no entity '" + name + "'",
                        Nearest.remedy(
                            name,
                            Arrays.stream(EntityType.values()).map(EntityType::key).toList(),
                            "correct it")));
                return Optional.empty();
              }
            });
  }

  private @Nullable ValueStep conversion(RuleText text, String type) {
    Optional<Conversion> simple = Conversion.named(type);
    if (simple.isPresent()) {
      return simple.get();
    }
    return switch (type) {
      case "date" -> date(text, DateConversion.Form.DATE);
      case "datetime" -> date(text, DateConversion.Form.DATETIME);
      default -> {
        problems.add(
            text.problem("as", "knows no type '" + type + "'", Nearest.remedy(type, TYPES, "")));
        yield null;
      }
    };
  }

  private @Nullable ValueStep date(RuleText text, DateConversion.Form form) {
    try {
      return new DateConversion(
          form,
          text.text("format").map(DateTimeFormatter::ofPattern).orElse(null),
          text.text("zone").map(StepCompiler::zone).orElse(null));
    } catch (IllegalArgumentException | DateTimeException e) {
      problems.add(
          text.problem(
              "as",
              "has a date format or zone that cannot be read",
              "write e.g. format: dd.MM.uuuu and zone: Europe/Berlin or zone: $settings.zone"));
      return null;
    }
  }

  private static ValueSource zone(String zone) {
    if (zone.startsWith("$")) {
      return SourcePath.compile(zone);
    }
    JsonNode fixed = JsonNodeFactory.instance.stringNode(ZoneId.of(zone).getId());
    return scope -> fixed;
  }
}
