package dev.kontor.engine.delivery;

import dev.kontor.engine.budget.SendPermit;
import dev.kontor.engine.flow.FlowLine;
import java.util.List;

/** Does one kind of work for a batch of lanes of one flow. */
public interface Job {

  /**
   * @param permit lease under which the lanes are held
   * @return one round per lane that has something to store
   */
  List<Round> run(FlowLine line, List<Claimed> lanes, SendPermit permit);
}
