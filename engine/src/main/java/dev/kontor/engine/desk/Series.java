package dev.kontor.engine.desk;

import java.time.Instant;
import java.util.List;

/**
 * What flows did over some hours.
 *
 * @param step seconds of each figure
 * @param from when the first of them begins
 */
public record Series(long step, Instant from, List<Flow> flows) {

  /**
   * One flow, oldest first.
   *
   * @param done documents the target confirmed
   * @param dead messages that came to need a person
   */
  public record Flow(String name, List<Long> done, List<Long> dead) {}
}
