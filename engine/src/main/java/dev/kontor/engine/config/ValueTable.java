package dev.kontor.engine.config;

import java.util.Map;

/**
 * A named table that translates values, e.g. shipping methods to shipping agents.
 *
 * @param entries source value to target value
 */
public record ValueTable(String name, Map<String, String> entries) {

  public ValueTable {
    entries = Map.copyOf(entries);
  }
}
