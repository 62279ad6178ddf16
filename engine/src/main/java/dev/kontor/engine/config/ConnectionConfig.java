package dev.kontor.engine.config;

import dev.kontor.spi.Settings;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;

/**
 * One configured system.
 *
 * @param name unique; part of references and doors, so it must not change
 * @param connector id of the connector
 * @param settings checked against the connector's schema, secrets resolved
 * @param zone time zone of the company or shop
 * @param referencePrefix put before this system's document numbers in external references
 * @param limits overrides of the connector's dated limits, by limit name
 * @param longestCall after which a call is given up; the connector's own unless overridden
 * @param settle how long after a given-up call it may still take effect; the connector's own unless
 *     overridden
 */
public record ConnectionConfig(
    String name,
    String connector,
    Settings settings,
    ZoneId zone,
    String referencePrefix,
    Map<String, Long> limits,
    Duration longestCall,
    Duration settle) {

  public ConnectionConfig {
    limits = Map.copyOf(limits);
  }
}
