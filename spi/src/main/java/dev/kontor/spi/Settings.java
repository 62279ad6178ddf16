package dev.kontor.spi;

import dev.kontor.model.ModelJson;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The settings of one connection, checked against the descriptor's schema, with secrets resolved.
 * {@link #toString()} never shows a value.
 */
public final class Settings {

  private final String connection;
  private final JsonNode values;

  public Settings(String connection, JsonNode values) {
    this.connection = connection;
    this.values = values;
  }

  /** The connection's name in the configuration; prefixes external references. */
  public String connection() {
    return connection;
  }

  /**
   * @throws FaultException {@link Fault.Misconfigured} if absent or blank
   */
  public String text(String name) {
    return optional(name)
        .orElseThrow(
            () ->
                new FaultException(
                    new Fault.Misconfigured(
                        connection + "." + name,
                        "is missing; add it to the connection's settings")));
  }

  public Optional<String> optional(String name) {
    JsonNode value = values.path(name);
    return value.isValueNode() && !value.isNull() && !value.asString().isBlank()
        ? Optional.of(value.asString())
        : Optional.empty();
  }

  /** ISO-8601 such as {@code PT20M}. */
  public Duration duration(String name, Duration otherwise) {
    return optional(name).map(Duration::parse).orElse(otherwise);
  }

  public boolean flag(String name, boolean otherwise) {
    return optional(name).map(Boolean::parseBoolean).orElse(otherwise);
  }

  /** The raw value, a missing node if absent; for nested settings. */
  public JsonNode node(String name) {
    return values.path(name);
  }

  /**
   * All top-level values but those the schema marks {@code writeOnly}; what a mapping may see.
   *
   * @param schema the connector's settings schema
   */
  public JsonNode visible(JsonNode schema) {
    ObjectNode shown = ModelJson.mapper().createObjectNode();
    for (Map.Entry<String, JsonNode> value : values.properties()) {
      boolean secret =
          schema.path("properties").path(value.getKey()).path("writeOnly").asBoolean(false);
      if (!secret) {
        shown.set(value.getKey(), value.getValue());
      }
    }
    return shown;
  }

  @Override
  public String toString() {
    return "Settings[" + connection + "]";
  }
}
