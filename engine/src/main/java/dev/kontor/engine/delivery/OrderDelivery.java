package dev.kontor.engine.delivery;

import dev.kontor.engine.budget.SendPermit;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.OrderMoney;
import dev.kontor.engine.ledger.MessageState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Events in the lanes of orders: those of the orders themselves, and those about their money, which
 * other flows carry out.
 */
public final class OrderDelivery implements Job {

  static final Duration RECHECK = Duration.ofMinutes(1);

  private final Job orders;
  private final Job money;
  private final Faults faults;

  /**
   * @param money is given the line of that flow
   */
  public OrderDelivery(Job orders, Job money, Faults faults) {
    this.orders = orders;
    this.money = money;
    this.faults = faults;
  }

  @Override
  public List<Round> run(FlowLine line, List<Claimed> lanes, SendPermit permit) {
    Map<Optional<OrderMoney>, List<Claimed>> split =
        lanes.stream()
            .collect(
                Collectors.groupingBy(lane -> OrderMoney.of(EffectDelivery.event(lane).event())));
    List<Round> rounds = new ArrayList<>();
    split.forEach(
        (about, some) ->
            rounds.addAll(
                about
                    .map(what -> money(what, line.money().get(what), some, permit))
                    .orElseGet(() -> orders.run(line, some, permit))));
    return rounds;
  }

  /** While that flow is off or paused its events wait, and nothing else does. */
  private List<Round> money(
      OrderMoney what, @Nullable FlowLine line, List<Claimed> lanes, SendPermit permit) {
    if (line == null) {
      String off = "the flow of " + what.name().toLowerCase(Locale.ROOT) + " is switched off";
      return lanes.stream().map(lane -> waiting(lane, off, null)).toList();
    }
    String flow = WakeKeys.flow(line.name());
    return faults
        .stopped(line)
        .map(why -> flow + " is paused: " + why)
        .map(why -> lanes.stream().map(lane -> waiting(lane, why, flow)).toList())
        .orElseGet(() -> money.run(line, lanes, permit));
  }

  private static Round waiting(Claimed lane, String reason, @Nullable String wakeKey) {
    MessageState state = new MessageState.Waiting(reason, "", wakeKey, RECHECK);
    return lane.round().finish(EffectDelivery.event(lane), state);
  }
}
