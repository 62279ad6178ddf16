package dev.kontor.engine.mapping;

import dev.kontor.engine.config.ValueTable;
import dev.kontor.engine.config.YamlDocument;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.MappingFunction;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Compiles and applies mappings for tests. */
final class Bench implements MappingContext {

  final Map<String, MappingFunction> functions = new HashMap<>();
  final Map<String, ValueTable> tables = new HashMap<>();
  final Map<String, String> crossrefs = new HashMap<>();
  JsonNode settings = ModelJson.parse("{}");

  Mapping mapping(String rules, String... overlays) {
    return mappingTo("native", rules, overlays);
  }

  /**
   * @param rules the YAML below {@code rules:}, at the left margin
   */
  Mapping mappingTo(String to, String rules, String... overlays) {
    String head = "mapping: test/thing.in\nversion: 1\nfrom: test.thing\nto: " + to + "\nrules:\n";
    return new MappingCompiler(functions, tables.keySet())
        .compile(
            YamlDocument.parse("thing.in.yaml", head + rules.indent(2)),
            Arrays.stream(overlays)
                .map(
                    o ->
                        YamlDocument.parse(
                            "overlay.yaml", "overlay: test/thing.in\nrules:\n" + o.indent(2)))
                .toList());
  }

  /** The result of rules over a document, as JSON text with ' for ". */
  String result(String rules, String document) {
    return show(mapping(rules).apply(ModelJson.parse(document.replace('\'', '"')), this));
  }

  static String show(JsonNode node) {
    return ModelJson.mapper().writeValueAsString(node).replace('"', '\'');
  }

  @Override
  public Optional<String> crossref(String entity, String key) {
    return Optional.ofNullable(crossrefs.get(entity + " " + key));
  }

  @Override
  public Optional<ValueTable> table(String name) {
    return Optional.ofNullable(tables.get(name));
  }

  @Override
  public JsonNode settings() {
    return settings;
  }

  @Override
  public String connection() {
    return "erp";
  }

  void table(String name, Map<String, String> entries) {
    tables.put(name, new ValueTable(name, entries));
  }
}
