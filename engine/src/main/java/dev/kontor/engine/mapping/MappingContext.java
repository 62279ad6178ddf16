package dev.kontor.engine.mapping;

import dev.kontor.engine.config.ValueTable;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a mapping may know beside the document it translates. */
public interface MappingContext {

  /**
   * The target's id of a document known by that key.
   *
   * @param entity key of an {@code EntityType}, e.g. {@code customer}
   */
  Optional<String> crossref(String entity, String key);

  /** A value table of the configuration. */
  Optional<ValueTable> table(String name);

  /** Settings of the connection this mapping belongs to, without secrets. */
  JsonNode settings();

  /** Name of that connection. */
  String connection();
}
