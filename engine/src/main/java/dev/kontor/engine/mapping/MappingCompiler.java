package dev.kontor.engine.mapping;

import dev.kontor.engine.config.ConfigException;
import dev.kontor.engine.config.Nearest;
import dev.kontor.engine.config.Problem;
import dev.kontor.engine.config.YamlDocument;
import dev.kontor.spi.MappingFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Compiles mappings and the overlays a customer puts over them. */
public final class MappingCompiler {

  private static final Set<String> FIELDS =
      Set.of("mapping", "version", "from", "to", "rules", "description");
  private static final Set<String> OVERLAY_FIELDS = Set.of("overlay", "rules", "description");

  private final Map<String, MappingFunction> functions;
  private final Set<String> tables;

  /**
   * @param functions what the mapping's connector contributes, by name
   * @param tables names of the configuration's value tables
   */
  public MappingCompiler(Map<String, MappingFunction> functions, Set<String> tables) {
    this.functions = Map.copyOf(functions);
    this.tables = Set.copyOf(tables);
  }

  /** A mapping without overlays. */
  public Mapping compile(String file, String yaml) {
    return compile(YamlDocument.parse(file, yaml), List.of());
  }

  /**
   * @param overlays in order of application; a rule replaces every rule with the same {@code to},
   *     is added if there is none, or drops it with {@code remove: true}
   * @throws ConfigException with file, line and remedy of everything wrong
   */
  public Mapping compile(YamlDocument mapping, List<YamlDocument> overlays) {
    List<Problem> problems = new ArrayList<>();
    String id = header(mapping, "mapping", FIELDS, problems);
    List<RuleText> texts = texts(mapping, problems);
    for (YamlDocument overlay : overlays) {
      String changes = header(overlay, "overlay", OVERLAY_FIELDS, problems);
      if (!changes.equals(id)) {
        problems.add(overlay.problem("/overlay", "changes another mapping", "write " + id));
      }
      texts = Overlays.put(texts, texts(overlay, problems), problems);
    }
    JsonNode to = mapping.root().path("to");
    checkTarget(mapping, to, problems);
    List<Rule> rules = new RuleCompiler(functions, tables, problems).compile(texts);
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    return new Mapping(id, mapping.root().path("version").asInt(1), to.asString(), rules);
  }

  private static String header(
      YamlDocument document, String name, Set<String> fields, List<Problem> problems) {
    for (String field : document.root().propertyNames()) {
      if (!fields.contains(field)) {
        problems.add(
            document.problem(
                "/" + field, "is unknown", Nearest.remedy(field, fields, "remove it")));
      }
    }
    String id = document.root().path(name).asString("");
    if (id.isEmpty()) {
      problems.add(document.problem("", name + " is missing", "write its id, e.g. shop/order.in"));
    }
    return id;
  }

  private static void checkTarget(YamlDocument mapping, JsonNode to, List<Problem> problems) {
    String name = to.asString("");
    if (name.isEmpty()) {
      problems.add(mapping.problem("", "to is missing", "write the result's shape"));
    } else if (name.startsWith("model.")
        && !ModelSchemas.names().contains(name.substring("model.".length()))) {
      problems.add(
          mapping.problem(
              "/to",
              "names no document of the model",
              Nearest.remedy(
                  name.substring("model.".length()), ModelSchemas.names(), "correct it")));
    }
  }

  private static List<RuleText> texts(YamlDocument document, List<Problem> problems) {
    return RuleCompiler.texts(document, "/rules", document.root().path("rules"), problems);
  }
}
