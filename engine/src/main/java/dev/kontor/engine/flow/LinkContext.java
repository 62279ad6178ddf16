package dev.kontor.engine.flow;

import dev.kontor.engine.config.ValueTable;
import dev.kontor.engine.mapping.MappingContext;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a mapping may know beside the document: tables, and the settings of one connection. */
record LinkContext(Tables tables, Link link, Translator.References references)
    implements MappingContext {

  @Override
  public Optional<String> crossref(String entity, String key) {
    return references.apply(entity, key);
  }

  @Override
  public Optional<ValueTable> table(String name) {
    return tables.find(name);
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
