package dev.kontor.engine.table;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of a value table as people see it.
 *
 * @param from {@code configuration}, or {@code console} if a person put it over that
 * @param configured what the configuration says, null if nothing
 * @param by who put it there, null for the configuration
 * @param reason of that person, null likewise
 * @param at when, null likewise
 */
public record ValueRow(
    String key,
    String value,
    String from,
    @Nullable String configured,
    @Nullable String by,
    @Nullable String reason,
    @Nullable Instant at) {

  static ValueRow configured(String key, String value) {
    return new ValueRow(key, value, "configuration", value, null, null, null);
  }
}
