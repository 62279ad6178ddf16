package dev.kontor.engine.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A connection that was added in the console.
 *
 * @param zone null if it shares the one all others state
 * @param settings without secrets
 * @param secrets in clear, by their JSON pointer in the settings
 */
public record KeptConnection(
    String connector,
    @Nullable String zone,
    String referencePrefix,
    ObjectNode settings,
    Map<String, String> secrets) {

  public KeptConnection {
    secrets = Map.copyOf(secrets);
  }

  @Override
  public String toString() {
    return "KeptConnection[" + connector + "]";
  }
}
