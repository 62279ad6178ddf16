package dev.kontor.engine.mapping;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What happens to a value that is there, on its way to the target. */
@FunctionalInterface
interface ValueStep {

  /** The translated value, null if there is none and the rule's default applies. */
  @Nullable JsonNode translate(JsonNode value, Scope scope);
}
