package dev.kontor.engine.setup;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A connection as somebody gives it in the console.
 *
 * @param zone null if it shares the one all others state
 * @param settings with secrets in clear; one that is left out stays, null takes it away
 */
public record ConnectionDraft(
    String name,
    String connector,
    @Nullable String zone,
    String referencePrefix,
    JsonNode settings) {

  @Override
  public String toString() {
    return "ConnectionDraft[" + name + ", " + connector + "]";
  }
}
