package dev.kontor.engine.config;

import dev.kontor.spi.Settings;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One configured system.
 *
 * @param name unique; part of references and doors, so it must not change
 * @param connector id of the connector
 * @param settings checked against the connector's schema, secrets resolved
 * @param zone time zone of the company or shop
 * @param referencePrefix put before this system's document numbers in external references
 * @param limits overrides of the connector's dated limits, by limit name
 * @param settle override of the connector's settle time, null for its own
 * @param longestCall override of the connector's longest call, null for its own
 */
public record ConnectionConfig(
    String name,
    String connector,
    Settings settings,
    ZoneId zone,
    String referencePrefix,
    Map<String, Long> limits,
    @Nullable Duration settle,
    @Nullable Duration longestCall) {

  public ConnectionConfig {
    limits = Map.copyOf(limits);
  }
}
