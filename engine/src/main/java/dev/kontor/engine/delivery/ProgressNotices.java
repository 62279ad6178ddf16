package dev.kontor.engine.delivery;

import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.LaneKey;
import dev.kontor.engine.ledger.Append;
import java.util.List;

/**
 * Has the progress of an order looked at as soon as the hub knows the target's number of it: what
 * was posted before that was no order of any shop yet.
 */
public final class ProgressNotices {

  private final List<FlowConfig> flows;

  /**
   * @param flows the enabled flows of progress
   */
  public ProgressNotices(List<FlowConfig> flows) {
    this.flows = List.copyOf(flows);
  }

  void look(FlowLine line, Round round, String number) {
    String target = line.to().name();
    for (FlowConfig flow : flows) {
      if (flow.from().connection().equals(target)
          && flow.to().connection().equals(line.from().name())) {
        round.append(notice(flow, number, "transferred"));
      }
    }
  }

  /** Has the progress of one order looked at. */
  public static Append notice(FlowConfig flow, String number, String event) {
    String target = flow.from().connection();
    return Append.notice(
        LaneKey.of(flow, target, number),
        flow.name(),
        LaneKey.priority(flow),
        event,
        target,
        number,
        null,
        null);
  }
}
