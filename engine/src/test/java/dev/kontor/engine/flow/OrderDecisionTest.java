package dev.kontor.engine.flow;

import static dev.kontor.engine.simulated.SimulatedOrders.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.Order;
import dev.kontor.model.OrderState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a snapshot means, given what is known. */
final class OrderDecisionTest {

  private static final Order OPEN = order("1", "a@example.com", "A1");
  private static final Order CANCELLED = order("1", "a@example.com", "A1", OrderState.CANCELLED);
  private static final ExportGate.Verdict PASS = new ExportGate.Verdict.Pass();
  private static final ExportGate.Verdict STAY = new ExportGate.Verdict.Stay("no");

  private static byte[] hash(String content) {
    return content.repeat(6).getBytes(StandardCharsets.US_ASCII);
  }

  private static KnownEvent known(String event, String state, String content, boolean sent) {
    return new KnownEvent(1, event, state, hash(content), sent);
  }

  private static OrderDecision decide(
      Order order, String content, ExportGate.Verdict verdict, KnownEvent... known) {
    return OrderDecision.decide(order, hash(content), List.of(known), verdict);
  }

  @Test
  void aNewOrderIsCreatedHeldBackOrLeftAsTheGateSays() {
    assertThat(decide(OPEN, "A", PASS)).isEqualTo(new OrderDecision.Emit("created", 0));
    assertThat(decide(OPEN, "A", STAY)).isEqualTo(new OrderDecision.Ignore("no"));
    assertThat(decide(OPEN, "A", new ExportGate.Verdict.Hold(Duration.ofMinutes(3))))
        .isEqualTo(new OrderDecision.HoldBack(Duration.ofMinutes(3)));
  }

  @Test
  void whatHasNotBeenSentTakesTheNewestSnapshot() {
    for (String state : List.of("ready", "waiting", "retrying", "dead")) {
      KnownEvent created = known("created", state, "A", false);
      assertThat(decide(OPEN, "B", PASS, created)).isEqualTo(new OrderDecision.Refresh(created));
    }
  }

  @Test
  void whatMayNoLongerLeaveTheShopIsWithdrawnWithTheReason() {
    KnownEvent created = known("created", "waiting", "A", false);
    assertThat(decide(OPEN, "A", STAY, created))
        .isEqualTo(new OrderDecision.Withdraw(created, "no"));
  }

  @Test
  void whatHasNotBeenSentIsWithdrawnByACancellation() {
    for (String state : List.of("ready", "waiting", "retrying", "dead")) {
      KnownEvent created = known("created", state, "A", false);
      assertThat(decide(CANCELLED, "A", STAY, created))
          .isEqualTo(new OrderDecision.Withdraw(created, "cancelled before transfer"));
    }
  }

  @Test
  void whatMayHaveBeenSentIsCancelledByAnEventOfItsOwnOnce() {
    KnownEvent created = known("created", "retrying", "A", true);
    assertThat(decide(CANCELLED, "A", STAY, created))
        .isEqualTo(new OrderDecision.Emit("cancelled", 0));
    assertThat(decide(CANCELLED, "A", STAY, created, known("cancelled", "ready", "A", false)))
        .isInstanceOf(OrderDecision.Ignore.class);
  }

  @Test
  void anUnchangedTransferredOrderIsIgnored() {
    assertThat(decide(OPEN, "A", PASS, known("created", "done", "A", true)))
        .isEqualTo(new OrderDecision.Ignore("unchanged"));
  }

  @Test
  void everyEditIsAnEventOfItsOwnEvenBackToWhatItWas() {
    KnownEvent created = known("created", "done", "A", true);
    String first = edit(decide(OPEN, "B", PASS, created));
    KnownEvent b = known(first, "done", "B", true);
    String second = edit(decide(OPEN, "A", PASS, created, b));
    KnownEvent a = known(second, "done", "A", true);
    String third = edit(decide(OPEN, "B", PASS, created, b, a));
    assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
  }

  private static String edit(OrderDecision decision) {
    assertThat(decision).isInstanceOf(OrderDecision.Emit.class);
    String event = ((OrderDecision.Emit) decision).event();
    assertThat(event).startsWith(OrderDecision.EDITED);
    return event;
  }

  @Test
  void anOrderReopenedAfterItWasWithdrawnIsCreatedUnderAKeyOfItsOwn() {
    assertThat(decide(OPEN, "A", PASS, known("created", "skipped", "A", false)))
        .isEqualTo(new OrderDecision.Emit("created", 1));
  }

  @Test
  void whatAPersonDiscardedStaysDiscarded() {
    KnownEvent created = known("created", "discarded", "A", false);
    assertThat(decide(OPEN, "B", PASS, created)).isInstanceOf(OrderDecision.GivenUp.class);
    assertThat(decide(CANCELLED, "A", STAY, created)).isInstanceOf(OrderDecision.GivenUp.class);
  }

  @Test
  void aChangeThatAPersonDiscardedIsSettledUntilTheNextOne() {
    KnownEvent created = known("created", "done", "A", true);
    KnownEvent cancelled = known("cancelled", "done", "A", true);
    KnownEvent edited = known("edited:1:42", "discarded", "B", false);
    KnownEvent reopened = known("reopened", "discarded", "A", false);
    assertThat(decide(OPEN, "B", PASS, created, edited))
        .isEqualTo(new OrderDecision.Settled(edited));
    assertThat(decide(OPEN, "A", PASS, created, cancelled, reopened))
        .isEqualTo(new OrderDecision.Settled(reopened));
    edit(decide(OPEN, "C", PASS, created, edited));
    KnownEvent unanswered = known("created", "retrying", "A", true);
    assertThat(decide(OPEN, "B", PASS, unanswered, edited))
        .as("nobody knows what the target has")
        .isEqualTo(new OrderDecision.Ignore("unchanged"));
  }

  @Test
  void anOrderOpenAgainAfterItsCancellationIsAnEventOfItsOwnEachTime() {
    KnownEvent created = known("created", "done", "A", true);
    KnownEvent cancelled = known("cancelled", "dead", "A", false);
    KnownEvent reopened = known("reopened", "dead", "A", false);
    assertThat(decide(OPEN, "A", PASS, created, cancelled))
        .isEqualTo(new OrderDecision.Emit("reopened", 0));
    assertThat(decide(OPEN, "B", PASS, created, cancelled))
        .isEqualTo(new OrderDecision.Emit("reopened", 0));
    assertThat(decide(OPEN, "A", PASS, created, cancelled, reopened))
        .isEqualTo(new OrderDecision.Ignore("unchanged"));
    assertThat(decide(CANCELLED, "A", STAY, created, cancelled, reopened))
        .isEqualTo(new OrderDecision.Emit("cancelled", 1));
    assertThat(decide(OPEN, "A", PASS, created, cancelled, reopened, cancelled))
        .isEqualTo(new OrderDecision.Emit("reopened", 1));
  }

  @Test
  void aCancellationOfAnEarlierTransferDoesNotCountForTheNext() {
    KnownEvent never = known("created", "skipped", "A", true);
    KnownEvent cancelled = known("cancelled", "skipped", "A", false);
    KnownEvent again = known("created", "done", "A", true);
    assertThat(decide(OPEN, "A", PASS, never, cancelled, again))
        .isEqualTo(new OrderDecision.Ignore("unchanged"));
    assertThat(decide(CANCELLED, "A", STAY, never, cancelled, again))
        .isEqualTo(new OrderDecision.Emit("cancelled", 1));
  }
}
