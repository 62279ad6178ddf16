package dev.kontor.engine.delivery;

import dev.kontor.engine.budget.SendPermit;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.RefundEvents;
import dev.kontor.engine.ledger.MessageState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Events in the lanes of orders: those of the orders themselves, and refunds, which another flow
 * credits.
 */
public final class OrderDelivery implements Job {

  private static final Duration RECHECK = Duration.ofMinutes(1);

  private final Job orders;
  private final Job refunds;
  private final Faults faults;

  /**
   * @param refunds is given the line of that flow
   */
  public OrderDelivery(Job orders, Job refunds, Faults faults) {
    this.orders = orders;
    this.refunds = refunds;
    this.faults = faults;
  }

  @Override
  public List<Round> run(FlowLine line, List<Claimed> lanes, SendPermit permit) {
    Map<Boolean, List<Claimed>> split =
        lanes.stream()
            .collect(
                Collectors.partitioningBy(
                    lane -> RefundEvents.isRefund(EffectDelivery.event(lane).event())));
    List<Claimed> refunded = split.getOrDefault(true, List.of());
    List<Claimed> others = split.getOrDefault(false, List.of());
    List<Round> rounds = new ArrayList<>();
    if (!others.isEmpty()) {
      rounds.addAll(orders.run(line, others, permit));
    }
    if (!refunded.isEmpty()) {
      rounds.addAll(refunds(line.refunds(), refunded, permit));
    }
    return rounds;
  }

  /** While that flow is off or paused its refunds wait, and nothing else does. */
  private List<Round> refunds(@Nullable FlowLine line, List<Claimed> lanes, SendPermit permit) {
    if (line == null) {
      return lanes.stream()
          .map(lane -> waiting(lane, "the flow of refunds is switched off", null))
          .toList();
    }
    String flow = WakeKeys.flow(line.name());
    return faults
        .stopped(line)
        .map(why -> flow + " is paused: " + why)
        .map(why -> lanes.stream().map(lane -> waiting(lane, why, flow)).toList())
        .orElseGet(() -> refunds.run(line, lanes, permit));
  }

  private static Round waiting(Claimed lane, String reason, @Nullable String wakeKey) {
    MessageState state = new MessageState.Waiting(reason, "", wakeKey, RECHECK);
    return lane.round().finish(EffectDelivery.event(lane), state);
  }
}
