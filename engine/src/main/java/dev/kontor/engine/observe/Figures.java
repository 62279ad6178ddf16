package dev.kontor.engine.observe;

import java.time.Duration;
import java.util.List;

/** What waits in the whole installation at one moment. */
public record Figures(List<Open> open, List<Lanes> lanes, Seal seal, List<Conflicts> conflicts) {

  /**
   * Unfinished messages of a flow in a state.
   *
   * @param oldest age of the oldest
   */
  public record Open(String flow, String state, long messages, Duration oldest) {}

  /**
   * Lanes of a flow that are not idle.
   *
   * @param waiting for a worker
   * @param inWork held by a node
   * @param resting until a time or a wake-up
   * @param overdue how long the one that waits longest has waited for a worker
   */
  public record Lanes(String flow, long waiting, long inWork, long resting, Duration overdue) {}

  /**
   * Attributes of customers that people had changed on both sides, ever.
   *
   * @param shop connection
   * @param erp connection
   */
  public record Conflicts(String shop, String erp, long decided) {}

  /**
   * Audit rows not yet sealed.
   *
   * @param lag age of the oldest
   */
  public record Seal(long rows, Duration lag) {}
}
