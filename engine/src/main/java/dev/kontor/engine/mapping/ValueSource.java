package dev.kontor.engine.mapping;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where a rule takes its value from. */
@FunctionalInterface
interface ValueSource {

  /** The value, null if the document has none there. */
  @Nullable JsonNode read(Scope scope);
}
