package dev.kontor.engine.flow;

import dev.kontor.engine.mapping.Mapping;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/** Runs a flow's mappings with what they may know: tables, settings, cross-references. */
public final class Translator {

  /** Finds a target id by entity and key; empty if unknown. */
  public interface References extends BiFunction<String, String, Optional<String>> {
    References NONE = (entity, key) -> Optional.empty();
  }

  private final Tables tables;

  public Translator(Tables tables) {
    this.tables = tables;
  }

  /** Native document to model document; unchanged if the source already speaks model. */
  public JsonNode toModel(FlowLine line, JsonNode document) {
    Mapping in = line.in();
    return in == null
        ? document
        : in.apply(document, new LinkContext(tables, line.from(), References.NONE));
  }

  /** What the target has, as a model document. */
  public JsonNode toModelOfTarget(FlowLine line, JsonNode document) {
    return Objects.requireNonNull(line.reading(), line.name() + " does not read its target")
        .apply(document, new LinkContext(tables, line.to(), References.NONE));
  }

  /** Model document to the target's native document. */
  public JsonNode toTarget(FlowLine line, JsonNode model, References references) {
    return line.out().apply(model, new LinkContext(tables, line.to(), references));
  }
}
