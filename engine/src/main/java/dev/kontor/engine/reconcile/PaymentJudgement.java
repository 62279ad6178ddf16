package dev.kontor.engine.reconcile;

import dev.kontor.engine.flow.KnownEvent;
import dev.kontor.engine.flow.OrderDecision;
import dev.kontor.model.EnteredPayment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says where the systems disagree about an order's payments, and where they went apart; pure. */
final class PaymentJudgement {

  private final String erp;

  /**
   * @param erp the connection's name, as people know it
   */
  PaymentJudgement(String erp) {
    this.erp = erp;
  }

  List<Difference> judge(PaymentFacts facts) {
    return Stream.concat(
            facts.decision().emit().stream().map(emit -> unread(facts, emit)),
            facts.known().stream().flatMap(event -> event(facts, event).stream()))
        .toList();
  }

  private static Difference unread(PaymentFacts facts, OrderDecision.Emit emit) {
    String what = words(facts, emit.event());
    return difference(facts, facts.reading().cause(), what + facts.reading().words());
  }

  /** What a payment is that waits, the report counts. */
  private Optional<Difference> event(PaymentFacts facts, KnownEvent event) {
    String what = words(facts, event.event());
    if (event.isDead()) {
      return Optional.of(
          difference(
              facts,
              Cause.NOT_SENT,
              what + " is dead, ./kontor show " + facts.order().number() + " says why"));
    }
    List<EnteredPayment> there = facts.there().get(event.event());
    return there == null ? Optional.empty() : entered(facts, event.event(), what, there);
  }

  private Optional<Difference> entered(
      PaymentFacts facts, String event, String what, List<EnteredPayment> there) {
    if (there.isEmpty()) {
      return Optional.of(
          difference(
              facts,
              Cause.NOT_APPLIED,
              "%s, and %s has neither a line nor an entry of it any more".formatted(what, erp)));
    }
    if (there.size() > 1) {
      return Optional.of(
          difference(
              facts,
              Cause.DOUBLE,
              "%s, and %s has it %d times".formatted(what, erp, there.size())));
    }
    EnteredPayment payment = there.getFirst();
    BigDecimal here = facts.here(event).orElse(payment.amount());
    if (here.compareTo(payment.amount()) != 0) {
      return Optional.of(
          difference(
              facts,
              Cause.CHANGED_THERE,
              "%s, %s in %s".formatted(what, payment.amount().toPlainString(), place(payment))));
    }
    return payment.posted() || payment.invoiceNumber() != null
        ? Optional.empty()
        : Optional.of(
            difference(
                facts,
                Cause.CHANGED_THERE,
                "%s, and its line in %s is applied to no invoice".formatted(what, erp)));
  }

  private String place(EnteredPayment payment) {
    return (payment.posted() ? "the ledger of " : "the journal of ") + erp;
  }

  private static String words(PaymentFacts facts, String event) {
    String amount =
        facts
            .here(event)
            .map(a -> " " + a.toPlainString() + " " + facts.order().currency())
            .orElse("");
    return event.split(":", 2)[0] + amount;
  }

  private static Difference difference(PaymentFacts facts, Cause cause, String what) {
    return new Difference(
        cause, facts.order().id(), facts.order().number(), what, cause.isReadAnew());
  }
}
