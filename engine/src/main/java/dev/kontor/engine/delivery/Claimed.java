package dev.kontor.engine.delivery;

import dev.kontor.engine.lane.Lane;
import dev.kontor.engine.lane.LanePlan;
import dev.kontor.engine.ledger.Message;
import java.util.List;

/** A claimed lane with what may be done next in it. */
public record Claimed(Lane lane, List<Message> unfinished, LanePlan.Work work) {

  public Round round() {
    return new Round(lane, unfinished);
  }
}
