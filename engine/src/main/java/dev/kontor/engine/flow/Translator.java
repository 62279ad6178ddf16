package dev.kontor.engine.flow;

import dev.kontor.engine.config.ValueTable;
import dev.kontor.engine.mapping.Mapping;
import dev.kontor.engine.mapping.MappingContext;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/** Runs a flow's mappings with what they may know: tables, settings, cross-references. */
public final class Translator {

  /** Finds a target id by entity and key; empty if unknown. */
  public interface References extends BiFunction<String, String, Optional<String>> {
    References NONE = (entity, key) -> Optional.empty();
  }

  private final Map<String, ValueTable> tables;

  public Translator(Map<String, ValueTable> tables) {
    this.tables = tables;
  }

  /** Native document to model document; unchanged if the source already speaks model. */
  public JsonNode toModel(FlowLine line, JsonNode document) {
    Mapping in = line.in();
    return in == null
        ? document
        : in.apply(document, new Context(tables, line.from(), References.NONE));
  }

  /** Model document to the target's native document. */
  public JsonNode toTarget(FlowLine line, JsonNode model, References references) {
    return line.out().apply(model, new Context(tables, line.to(), references));
  }

  private record Context(Map<String, ValueTable> tables, Link link, References references)
      implements MappingContext {

    @Override
    public Optional<String> crossref(String entity, String key) {
      return references.apply(entity, key);
    }

    @Override
    public Optional<ValueTable> table(String name) {
      return Optional.ofNullable(tables.get(name));
    }

    @Override
    public JsonNode settings() {
      return link.visible();
    }

    @Override
    public String connection() {
      return link.name();
    }
  }
}
