package dev.kontor.engine.reconcile;

import dev.kontor.engine.flow.KnownEvent;
import dev.kontor.engine.flow.OrderDecision;
import dev.kontor.model.Amount;
import dev.kontor.model.Order;
import java.math.BigDecimal;
import java.util.Optional;

/** Says whether the systems agree about an order, and if not, where they went apart; pure. */
final class OrderJudgement {

  private static final BigDecimal CENT = new BigDecimal("0.01");

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
    return news.map(event -> unread(facts, event));
  }

  private static Difference unread(OrderFacts facts, String event) {
    OrderFacts.Reading reading = facts.reading();
    String written = reading == OrderFacts.Reading.DONE ? writtenBy(facts) : "";
    return difference(facts, reading.cause(), event + reading.words() + written);
  }

  /** Nothing if the mappings are the same. */
  private static String writtenBy(OrderFacts facts) {
    WrittenAs written = facts.written();
    return written == null || written.mapping().equals(facts.mappings())
        ? ""
        : ", and wrote it with %s, now %s".formatted(written.mapping(), facts.mappings());
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
    Amount here = facts.order().total();
    Optional<Amount> other = facts.valueThere();
    if (other.isEmpty()) {
      return Optional.empty();
    }
    Amount there = other.get();
    if (here.gross().compareTo(there.gross()) != 0) {
      String what = values(facts, here.gross(), there.gross()) + writtenBy(facts);
      return Optional.of(difference(facts, Cause.CHANGED_THERE, what));
    }
    if (here.net().compareTo(there.net()) == 0) {
      return Optional.empty();
    }
    String what = "without tax " + values(facts, here.net(), there.net());
    return Optional.of(
        isRounding(facts.order(), here, there)
            ? difference(facts, Cause.ROUNDING, what + noted(facts))
            : difference(facts, Cause.CHANGED_THERE, what + writtenBy(facts)));
  }

  private String values(OrderFacts facts, BigDecimal here, BigDecimal there) {
    return "%s %s in %s, %s in %s as %s"
        .formatted(
            here.toPlainString(),
            facts.order().currency(),
            shop,
            there.toPlainString(),
            erp,
            facts.numberThere());
  }

  /** A cent a piece is more than rounding can make of a total that both sides agree about. */
  private static boolean isRounding(Order order, Amount here, Amount there) {
    BigDecimal pieces =
        order.lines().stream()
            .map(line -> line.quantity().abs().max(BigDecimal.ONE))
            .reduce(BigDecimal.ONE, BigDecimal::add);
    BigDecimal off = here.net().subtract(there.net()).abs();
    return off.compareTo(pieces.multiply(CENT)) <= 0;
  }

  /** What was said when it was written. */
  private static String noted(OrderFacts facts) {
    WrittenAs written = facts.written();
    if (written == null) {
      return "";
    }
    int notes = written.detail().indexOf("; ");
    return notes < 0 ? "" : written.detail().substring(notes);
  }

  private static Difference difference(OrderFacts facts, Cause cause, String what) {
    return new Difference(
        cause, facts.order().id(), facts.order().number(), what, cause.isReadAnew());
  }
}
