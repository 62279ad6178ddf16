package dev.kontor.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.sample.SampleOrder;
import dev.kontor.engine.config.ExportConditions;
import dev.kontor.engine.config.Route;
import dev.kontor.model.Order;
import dev.kontor.model.PriceBasis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the refunds of a snapshot mean, given what is known. */
final class RefundEventsTest {

  private static final OrderDecision NOTHING = new OrderDecision.Ignore("unchanged");
  private static final KnownEvent CREATED = known("created", "done", true);

  private static KnownEvent known(String event, String state, boolean sent) {
    return new KnownEvent(1, event, state, new byte[] {1}, sent);
  }

  private static Order refunded(String... ids) {
    SampleOrder order =
        SampleOrder.in(PriceBasis.GROSS)
            .placedAt(Instant.parse("2026-03-14T10:00:00Z"))
            .goods("A", "2", "10", "20", "19");
    for (String id : ids) {
      order.refund(id, "1");
    }
    return order.build();
  }

  private static ExportConditions since(@Nullable Instant from) {
    return new ExportConditions(Map.of(), Route.ALL, Set.of(), Duration.ZERO, from, null);
  }

  private static OrderMoney.Decision decide(Order order, KnownEvent... known) {
    return OrderMoney.REFUNDS.decide(order, List.of(known), NOTHING, since(null));
  }

  private static List<String> emitted(OrderMoney.Decision decision) {
    return decision.emit().stream().map(OrderDecision.Emit::event).toList();
  }

  @Test
  void eachRefundIsToldOnceInTheOrderOfTheirTimes() {
    assertThat(emitted(decide(refunded("a", "b"), CREATED)))
        .containsExactly("refunded:a", "refunded:b");
    assertThat(emitted(decide(refunded("a", "b"), CREATED, known("refunded:a", "done", true))))
        .containsExactly("refunded:b");
  }

  @Test
  void aRefundOfAnOrderThatNeverLeavesTheShopIsNobodysBusiness() {
    assertThat(decide(refunded("a"))).isEqualTo(OrderMoney.Decision.NOTHING);
    assertThat(decide(refunded("a"), known("created", "skipped", false)).emit()).isEmpty();
    assertThat(decide(refunded("a"), known("created", "discarded", false)).emit()).isEmpty();
  }

  @Test
  void anOrderThatIsRefundedWhenTheHubFirstSeesItTellsOfBoth() {
    OrderDecision created = new OrderDecision.Emit(OrderDecision.CREATED, 0);
    assertThat(emitted(OrderMoney.REFUNDS.decide(refunded("a"), List.of(), created, since(null))))
        .containsExactly("refunded:a");
  }

  @Test
  void refundsRecordedBeforeTheFlowWasWantedAreLeftToPeople() {
    // The first was recorded a minute after the order, the second a second later.
    Instant from = Instant.parse("2026-03-14T10:01:01Z");
    assertThat(
            emitted(
                OrderMoney.REFUNDS.decide(
                    refunded("a", "b"), List.of(CREATED), NOTHING, since(from))))
        .containsExactly("refunded:b");
  }

  @Test
  void whatWasNotSentTakesTheNewestSnapshotOrIsTakenBack() {
    KnownEvent waiting = known("refunded:a", "waiting", false);
    assertThat(decide(refunded("a"), CREATED, waiting).refresh()).containsExactly(waiting);
    assertThat(decide(refunded(), CREATED, waiting).withdraw()).containsExactly(waiting);
    assertThat(decide(refunded(), CREATED, known("refunded:a", "done", true)).withdraw()).isEmpty();
  }

  @Test
  void whatWasSkippedWithItsOrderIsToldAgainWhenTheOrderIsWantedAgain() {
    KnownEvent skipped = known("refunded:a", "skipped", false);
    assertThat(decide(refunded("a"), CREATED, skipped).emit())
        .containsExactly(new OrderDecision.Emit("refunded:a", 1));
    assertThat(decide(refunded("a"), CREATED, known("refunded:a", "discarded", false)).emit())
        .isEmpty();
  }

  @Test
  void oneThatWasCalledOffAfterItWasToldIsForAPerson() {
    KnownEvent done = known("refunded:a", "done", true);
    assertThat(emitted(decide(refunded("b"), CREATED, done)))
        .containsExactly("refunded:b", "unrefunded:a");
    assertThat(emitted(decide(refunded(), CREATED, known("refunded:a", "retrying", true))))
        .as("its answer was lost")
        .containsExactly("unrefunded:a");
    assertThat(emitted(decide(refunded(), CREATED, known("refunded:a", "discarded", false))))
        .isEmpty();
    KnownEvent calledOff = known("unrefunded:a", "dead", false);
    assertThat(decide(refunded("a"), CREATED, done, calledOff).withdraw())
        .as("given back after all")
        .containsExactly(calledOff);
    assertThat(OrderMoney.REFUNDS.obstacle(refunded(), "unrefunded:a", false).orElseThrow())
        .contains("refund a of order", "is gone in the shop now", "the hub reverses nothing");
  }

  @Test
  void aRefundSaysNothingAboutTheOrderItself() {
    byte[] hash = {1};
    ExportGate.Verdict pass = new ExportGate.Verdict.Pass();
    List<KnownEvent> known =
        List.of(CREATED, new KnownEvent(2, "refunded:a", "done", new byte[] {2}, true));
    assertThat(OrderDecision.decide(refunded("a"), hash, known, pass))
        .isEqualTo(new OrderDecision.Ignore("unchanged"));
  }
}
