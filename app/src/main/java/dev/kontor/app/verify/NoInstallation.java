package dev.kontor.app.verify;

import dev.kontor.engine.config.ValueTable;
import dev.kontor.engine.mapping.MappingContext;
import dev.kontor.model.ModelJson;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A mapping runs without tables, settings or cross-references when only documents are checked. */
record NoInstallation() implements MappingContext {

  @Override
  public Optional<String> crossref(String entity, String key) {
    return Optional.empty();
  }

  @Override
  public Optional<ValueTable> table(String name) {
    return Optional.empty();
  }

  @Override
  public JsonNode settings() {
    return ModelJson.mapper().createObjectNode();
  }

  @Override
  public String connection() {
    return "check";
  }
}
