package dev.kontor.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.sample.SampleOrder;
import dev.kontor.engine.config.ExportConditions;
import dev.kontor.engine.config.Route;
import dev.kontor.model.Capture;
import dev.kontor.model.Order;
import dev.kontor.model.OrderState;
import dev.kontor.model.Payment;
import dev.kontor.model.PaymentState;
import dev.kontor.model.PriceBasis;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the payments of a snapshot mean, given what is known. */
final class PaymentEventsTest {

  private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
  private static final OrderDecision NOTHING = new OrderDecision.Ignore("unchanged");
  private static final KnownEvent CREATED = known("created", "done", true);

  private static KnownEvent known(String event, String state, boolean sent) {
    return new KnownEvent(1, event, state, new byte[] {1}, sent);
  }

  private static Capture capture(String id, @Nullable String amount) {
    return new Capture(id, NOON, amount == null ? null : new BigDecimal(amount), null);
  }

  private static SampleOrder sample() {
    return SampleOrder.in(PriceBasis.GROSS).goods("A", "2", "10", "20", "19");
  }

  private static Order order(PaymentState state, Capture... captures) {
    return sample().payment("t", state, "20", captures).build();
  }

  private static OrderMoney.Decision decide(Order order, KnownEvent... known) {
    return since(null, order, known);
  }

  private static OrderMoney.Decision since(
      @Nullable Instant from, Order order, KnownEvent... known) {
    ExportConditions conditions =
        new ExportConditions(Map.of(), Route.ALL, Set.of(), Duration.ZERO, from, null);
    return OrderMoney.PAYMENTS.decide(order, List.of(known), NOTHING, conditions);
  }

  private static List<String> emitted(OrderMoney.Decision decision) {
    return decision.emit().stream().map(OrderDecision.Emit::event).toList();
  }

  @Test
  void whatIsReceivedIsToldOnceByTheStateOrByEachCapture() {
    Order whole = order(PaymentState.PAID, capture("t", "20"));
    assertThat(emitted(decide(whole, CREATED))).containsExactly("paid:t");
    assertThat(emitted(decide(whole, CREATED, known("paid:t", "done", true)))).isEmpty();
    Order parts = order(PaymentState.PAID, capture("c1", "15"), capture("t", "5"));
    assertThat(emitted(decide(parts, CREATED))).containsExactly("paid:t/c1", "paid:t");
    assertThat(emitted(decide(order(PaymentState.AUTHORIZED), CREATED))).isEmpty();
    assertThat(emitted(decide(order(PaymentState.PAID, capture("t", "0")), CREATED))).isEmpty();
  }

  @Test
  void aCaptureThatIsToldOnlyAfterItsMoneyWasEnteredIsNotEnteredAgain() {
    Order late = order(PaymentState.REFUNDED_PARTIALLY, capture("c1", "20"));
    assertThat(emitted(decide(late, CREATED, known("paid:t", "done", true)))).isEmpty();
    assertThat(emitted(decide(late, CREATED, known("paid:t", "discarded", false))))
        .as("a person entered it")
        .isEmpty();
    KnownEvent waiting = known("paid:t", "waiting", false);
    OrderMoney.Decision instead = decide(late, CREATED, waiting);
    assertThat(emitted(instead)).containsExactly("paid:t/c1");
    assertThat(instead.withdraw()).containsExactly(waiting);
  }

  @Test
  void aPartWithoutAnAmountIsToldSoThatItsReasonIsSeen() {
    Order part = order(PaymentState.PAID_PARTIALLY, capture("t-part", null));
    assertThat(emitted(decide(part, CREATED))).containsExactly("paid:t/t-part");
  }

  @Test
  void whatWasReceivedBeforeTheFlowWasWantedIsLeftToPeople() {
    Order paid = order(PaymentState.PAID, capture("t", "20"));
    assertThat(emitted(since(NOON.plusSeconds(1), paid, CREATED))).isEmpty();
    assertThat(emitted(since(NOON, paid, CREATED))).containsExactly("paid:t");
  }

  @Test
  void aPaymentThatFellBackAfterItWasEnteredIsForAPersonAndBeforeIsTakenBack() {
    Order fallen = order(PaymentState.CHARGEBACK);
    KnownEvent done = known("paid:t/c1", "done", true);
    assertThat(emitted(decide(fallen, CREATED, done))).containsExactly("unpaid:t/c1");
    assertThat(OrderMoney.PAYMENTS.obstacle(fallen, "unpaid:t/c1", false).orElseThrow())
        .contains("is CHARGEBACK in the shop now", "reverses nothing");
    KnownEvent waiting = known("paid:t", "waiting", false);
    assertThat(decide(fallen, CREATED, waiting).withdraw()).containsExactly(waiting);
    assertThat(emitted(decide(fallen, CREATED, waiting))).isEmpty();
    Order back = order(PaymentState.PAID, capture("c1", "20"));
    KnownEvent told = known("unpaid:t/c1", "dead", false);
    assertThat(decide(back, CREATED, done, told).withdraw()).containsExactly(told);
  }

  @Test
  void aLaterRefundTakesNoPaymentBack() {
    Order refunded = order(PaymentState.REFUNDED, capture("t", "20"));
    OrderMoney.Decision decision = decide(refunded, CREATED, known("paid:t", "done", true));
    assertThat(decision).isEqualTo(OrderMoney.Decision.NOTHING);
  }

  @Test
  void moneyKeptForACancelledOrderIsForAPerson() {
    Order kept = order(PaymentState.PAID, capture("t", "20"));
    assertThat(OrderMoney.PAYMENTS.obstacle(kept, "paid:t", true).orElseThrow())
        .contains("is cancelled, and payment t was not given back");
    assertThat(OrderMoney.PAYMENTS.obstacle(kept, "paid:t", false)).isEmpty();
    Order back =
        sample()
            .state(OrderState.CANCELLED)
            .payment(
                new Payment(
                    "t",
                    "card",
                    PaymentState.REFUNDED,
                    new BigDecimal("20"),
                    new BigDecimal("20"),
                    new BigDecimal("20"),
                    List.of(capture("t", "20")),
                    null))
            .build();
    assertThat(OrderMoney.PAYMENTS.obstacle(back, "paid:t", true)).isEmpty();
  }
}
