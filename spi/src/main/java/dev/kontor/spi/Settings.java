package dev.kontor.spi;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The settings of one connection, checked against the descriptor's schema, with secrets resolved.
 * {@link #toString()} never shows a value.
 */
public final class Settings {

  private final String connection;
  private final JsonNode values;
  private final ZoneId zone;

  /** Of a system that lives by UTC. */
  public Settings(String connection, JsonNode values) {
    this(connection, values, ZoneOffset.UTC);
  }

  /**
   * @param zone time zone of the company or shop
   */
  public Settings(String connection, JsonNode values, ZoneId zone) {
    this.connection = connection;
    this.values = values;
    this.zone = zone;
  }

  /** The connection's name in the configuration; prefixes external references. */
  public String connection() {
    return connection;
  }

  /** The time zone of the company or shop, whose days decide about dates. */
  public ZoneId zone() {
    return zone;
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

  @Override
  public String toString() {
    return "Settings[" + connection + "]";
  }
}
