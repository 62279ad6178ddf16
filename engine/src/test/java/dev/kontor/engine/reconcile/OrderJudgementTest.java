package dev.kontor.engine.reconcile;

import static dev.kontor.engine.simulated.SimulatedOrders.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.flow.KnownEvent;
import dev.kontor.engine.flow.OrderDecision;
import dev.kontor.engine.reconcile.OrderFacts.Reading;
import dev.kontor.model.Amount;
import dev.kontor.model.EntityType;
import dev.kontor.model.Invoice;
import dev.kontor.model.Order;
import dev.kontor.model.OrderProgress;
import dev.kontor.model.OrderProgress.State;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where two systems went apart, from what each of them and the ledger say. */
final class OrderJudgementTest {

  private static final Order ORDER = order("1", "a@example.com", "A1");
  private static final BigDecimal GROSS = ORDER.total().gross();
  private static final BigDecimal MORE = GROSS.add(new BigDecimal("0.01"));
  private static final OrderDecision KNOWN = new OrderDecision.Ignore("unchanged");
  private static final KnownEvent CREATED = event("created", "done");
  private static final KnownEvent CANCELLED = event("cancelled", "done");
  private static final Crossref THERE =
      new Crossref("shop", EntityType.ORDER, "1", "erp", "id-1", "SO-1", null, null);

  private static KnownEvent event(String name, String state) {
    return new KnownEvent(1, name, state, new byte[] {1}, true);
  }

  private static OrderProgress at(State state, @Nullable BigDecimal gross, Invoice... invoices) {
    return new OrderProgress(
        "SO-1",
        "S-1",
        state,
        gross == null ? null : with(gross),
        List.of(),
        List.of(invoices),
        List.of(),
        Map.of());
  }

  /** What is more is tax. */
  private static Amount with(BigDecimal gross) {
    return Amount.ofGross(gross, gross.subtract(ORDER.total().net()));
  }

  private static Invoice invoice(BigDecimal gross, boolean cancelled) {
    return new Invoice(
        "I-1", LocalDate.EPOCH, null, "EUR", with(gross), BigDecimal.ZERO, cancelled, null);
  }

  private static Optional<Cause> judge(
      OrderDecision decision, @Nullable OrderProgress there, KnownEvent... known) {
    return judge(decision, Reading.NOT_HEARD_OF, there, known);
  }

  private static Optional<Cause> judge(
      OrderDecision decision, Reading reading, @Nullable OrderProgress there, KnownEvent... known) {
    return judge(
        new OrderFacts(ORDER, decision, List.of(known), reading, THERE, there, null, "o@1"));
  }

  private static Optional<Cause> judge(OrderFacts facts) {
    return new OrderJudgement("shop", "erp").judge(facts).map(Difference::cause);
  }

  @Test
  void whatBothSidesHaveTheSameAgrees() {
    assertThat(judge(KNOWN, at(State.OPEN, GROSS), CREATED)).isEmpty();
    assertThat(judge(KNOWN, at(State.COMPLETED, null, invoice(GROSS, false)), CREATED)).isEmpty();
  }

  @Test
  void whatTheHubHasNotHeardOfWasNeverReceived() {
    assertThat(judge(new OrderDecision.Emit("created", 0), null)).contains(Cause.NEVER_RECEIVED);
    assertThat(judge(new OrderDecision.Emit("edited:1:abc", 0), at(State.OPEN, GROSS), CREATED))
        .contains(Cause.NEVER_RECEIVED);
    assertThat(judge(new OrderDecision.Withdraw(CREATED, "cancelled"), null, CREATED))
        .contains(Cause.NEVER_RECEIVED);
  }

  @Test
  void whatTheHubIsAboutToReadWasReceived() {
    assertThat(judge(new OrderDecision.Emit("created", 0), Reading.ANNOUNCED, null))
        .contains(Cause.NOT_SENT);
  }

  @Test
  void whatTheHubReadInThisVersionIsOtherwiseByAMappingOrCondition() {
    OrderDecision edited = new OrderDecision.Emit("edited:1:abc", 0);
    assertThat(judge(edited, Reading.DONE, at(State.OPEN, GROSS), CREATED))
        .contains(Cause.OTHER_RULE);
    OrderFacts facts =
        new OrderFacts(
            ORDER,
            edited,
            List.of(CREATED),
            Reading.DONE,
            THERE,
            at(State.OPEN, GROSS),
            new WrittenAs("erp order SO-1", "o@1"),
            "o@2");
    assertThat(new OrderJudgement("shop", "erp").judge(facts))
        .hasValueSatisfying(
            d -> {
              assertThat(d.what()).endsWith("wrote it with o@1, now o@2");
              assertThat(d.isRepairable()).isTrue();
            });
  }

  @Test
  void anotherNetOfTheSameGrossIsRoundingAsFarAsRoundingGoes() {
    assertThat(judge(KNOWN, taxed(new BigDecimal("0.02")), CREATED)).contains(Cause.ROUNDING);
    assertThat(judge(KNOWN, taxed(BigDecimal.TEN), CREATED)).contains(Cause.CHANGED_THERE);
    OrderFacts noted =
        new OrderFacts(
            ORDER,
            KNOWN,
            List.of(CREATED),
            Reading.DONE,
            THERE,
            taxed(new BigDecimal("0.01")),
            new WrittenAs("erp order SO-1; accepted difference: 19 %", "o@1"),
            "o@1");
    assertThat(new OrderJudgement("shop", "erp").judge(noted))
        .hasValueSatisfying(d -> assertThat(d.what()).endsWith("; accepted difference: 19 %"));
  }

  /** The order as the ERP has it, with that much more of its gross being tax. */
  private static OrderProgress taxed(BigDecimal more) {
    return new OrderProgress(
        "SO-1",
        "S-1",
        State.OPEN,
        Amount.ofGross(GROSS, ORDER.total().tax().add(more)),
        List.of(),
        List.of(),
        List.of(),
        Map.of());
  }

  @Test
  void whatWaitsOrIsDeadWasNotSent() {
    for (String state : List.of("ready", "waiting", "retrying", "dead")) {
      assertThat(judge(KNOWN, null, event("created", state))).contains(Cause.NOT_SENT);
      assertThat(judge(KNOWN, at(State.OPEN, GROSS), CREATED, event("edited:1:a", state)))
          .contains(Cause.NOT_SENT);
    }
  }

  @Test
  void whatTheErpConfirmedAndDoesNotHaveWasDeletedThere() {
    assertThat(judge(KNOWN, null, CREATED)).contains(Cause.NOT_APPLIED);
    assertThat(judge(KNOWN, at(State.CANCELLED, null), CREATED)).contains(Cause.NOT_APPLIED);
  }

  @Test
  void whatWasCancelledMustBeGone() {
    assertThat(judge(KNOWN, at(State.CANCELLED, null), CREATED, CANCELLED)).isEmpty();
    assertThat(judge(KNOWN, at(State.OPEN, GROSS), CREATED, CANCELLED)).contains(Cause.NOT_APPLIED);
  }

  @Test
  void oneCentMakesADifferenceInTheOrderOrItsInvoices() {
    assertThat(judge(KNOWN, at(State.OPEN, MORE), CREATED)).contains(Cause.CHANGED_THERE);
    assertThat(judge(KNOWN, at(State.COMPLETED, null, invoice(MORE, false)), CREATED))
        .contains(Cause.CHANGED_THERE);
  }

  @Test
  void anInvoiceThatWasTakenBackSaysNothingAboutTheOrder() {
    assertThat(judge(KNOWN, at(State.COMPLETED, null, invoice(MORE, true)), CREATED)).isEmpty();
    OrderProgress corrected = at(State.COMPLETED, null, invoice(MORE, true), invoice(GROSS, false));
    assertThat(judge(KNOWN, corrected, CREATED)).isEmpty();
  }

  @Test
  void whatAPersonDecidedIsNoDifference() {
    OrderDecision givenUp = new OrderDecision.GivenUp("discarded");
    assertThat(judge(givenUp, null, event("created", "discarded"))).isEmpty();
    assertThat(judge(KNOWN, null, CREATED, event("cancelled", "discarded"))).isEmpty();
    assertThat(judge(KNOWN, at(State.OPEN, GROSS), CREATED, event("cancelled", "discarded")))
        .isEmpty();
  }

  @Test
  void whatNeverLeftTheShopIsNoDifference() {
    assertThat(judge(new OrderDecision.Ignore("carries tag test"), null)).isEmpty();
    assertThat(judge(KNOWN, null, event("created", "skipped"))).isEmpty();
  }
}
