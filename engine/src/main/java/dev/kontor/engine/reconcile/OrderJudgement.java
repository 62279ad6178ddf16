package dev.kontor.engine.reconcile;

import dev.kontor.engine.flow.KnownEvent;
import dev.kontor.engine.flow.OrderDecision;
import java.math.BigDecimal;
import java.util.Optional;

/** Says whether the systems agree about an order, and if not, where they went apart; pure. */
final class OrderJudgement {

  private final String shop;
  private final String erp;

  /**
   * @param shop the connection's name, as people know it
   * @param erp likewise
   */
  OrderJudgement(String shop, String erp) {
    this.shop = shop;
    this.erp = erp;
  }

  /** The first of the hub's steps that is not done, empty if both sides agree. */
  Optional<Difference> judge(OrderFacts facts) {
    return unread(facts).or(() -> unsent(facts)).or(() -> otherwise(facts));
  }

  private Optional<Difference> unread(OrderFacts facts) {
    Optional<String> news =
        switch (facts.decision()) {
          case OrderDecision.Emit emit -> Optional.of(kind(emit.event()));
          case OrderDecision.Withdraw withdraw -> Optional.of(withdraw.reason());
          case OrderDecision.Refresh _,
              OrderDecision.GivenUp _,
              OrderDecision.Settled _,
              OrderDecision.Ignore _,
              OrderDecision.HoldBack _ ->
              Optional.empty();
        };
    return news.map(
        event ->
            facts.isAnnounced()
                ? difference(facts, Cause.NOT_SENT, event + ", and the hub is about to read it")
                : difference(
                    facts, Cause.NEVER_RECEIVED, event + ", and the hub has not heard of it"));
  }

  /** An edit is numbered. */
  private static String kind(String event) {
    return event.split(":", 2)[0];
  }

  private static Optional<Difference> unsent(OrderFacts facts) {
    return facts
        .firstOpen()
        .map(
            e ->
                difference(
                    facts,
                    Cause.NOT_SENT,
                    kind(e.event()) + " is " + e.state() + ", " + show(facts)));
  }

  private static String show(OrderFacts facts) {
    return "./kontor show " + facts.order().number() + " says why";
  }

  private Optional<Difference> otherwise(OrderFacts facts) {
    Optional<KnownEvent> word = facts.lastWord();
    if (word.isEmpty()) {
      return Optional.empty();
    }
    boolean wanted = !word.get().event().equals(OrderDecision.CANCELLED);
    if (wanted && !facts.isThere()) {
      return Optional.of(
          difference(
              facts,
              Cause.NOT_APPLIED,
              "%s confirmed it as %s and does not have it any more"
                  .formatted(erp, facts.numberThere())));
    }
    if (!wanted && facts.isThere()) {
      return Optional.of(
          difference(
              facts,
              Cause.NOT_APPLIED,
              "cancelled in %s, and %s has %s".formatted(shop, erp, facts.numberThere())));
    }
    return wanted ? changed(facts) : Optional.empty();
  }

  private Optional<Difference> changed(OrderFacts facts) {
    BigDecimal here = facts.order().total().gross();
    return facts
        .grossThere()
        .filter(there -> there.compareTo(here) != 0)
        .map(
            there ->
                difference(
                    facts,
                    Cause.CHANGED_THERE,
                    "%s %s in %s, %s in %s as %s"
                        .formatted(
                            here.toPlainString(),
                            facts.order().currency(),
                            shop,
                            there.toPlainString(),
                            erp,
                            facts.numberThere())));
  }

  private static Difference difference(OrderFacts facts, Cause cause, String what) {
    return new Difference(
        cause, facts.order().id(), facts.order().number(), what, cause == Cause.NEVER_RECEIVED);
  }
}
