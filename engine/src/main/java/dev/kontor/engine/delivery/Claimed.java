package dev.kontor.engine.delivery;

import dev.kontor.engine.lane.Lane;
import dev.kontor.engine.lane.LanePlan;
import dev.kontor.engine.ledger.Message;
import java.util.List;

/**
 * A claimed lane with what may be done next in it.
 *
 * @param atHand what the work can do without reading
 */
public record Claimed(Lane lane, List<Message> unfinished, LanePlan.Work work, AtHand atHand) {

  /** With nothing but what the ledger holds. */
  public Claimed(Lane lane, List<Message> unfinished, LanePlan.Work work) {
    this(lane, unfinished, work, AtHand.NOTHING);
  }

  /** Planned by what stands in the lane. */
  public static Claimed of(Lane lane, List<Message> unfinished, AtHand atHand) {
    return new Claimed(lane, unfinished, LanePlan.next(unfinished), atHand);
  }

  public Round round() {
    return new Round(lane, unfinished);
  }
}
