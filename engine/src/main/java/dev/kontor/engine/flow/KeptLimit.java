package dev.kontor.engine.flow;

import dev.kontor.spi.Limit;
import org.jspecify.annotations.Nullable;

/**
 * One limit that a connection keeps.
 *
 * @param origin where the value comes from, for people
 */
public record KeptLimit(String name, long value, String origin) {

  /** A dated fact of the connector. */
  static KeptLimit of(Limit fact) {
    return new KeptLimit(fact.name(), fact.value(), fact.source() + ", read on " + fact.asOf());
  }

  /**
   * The operator's own.
   *
   * @param fact what it stands over, null for nothing
   */
  static KeptLimit set(String name, long value, @Nullable KeptLimit fact) {
    String over = fact == null ? "" : " instead of " + fact.value() + " (" + fact.origin() + ")";
    return new KeptLimit(name, value, "set in the configuration" + over);
  }
}
