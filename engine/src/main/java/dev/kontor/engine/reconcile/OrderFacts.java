package dev.kontor.engine.reconcile;

import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.flow.KnownEvent;
import dev.kontor.engine.flow.OrderDecision;
import dev.kontor.engine.flow.OrderMoney;
import dev.kontor.model.Amount;
import dev.kontor.model.Invoice;
import dev.kontor.model.Order;
import dev.kontor.model.OrderProgress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One order at its shop, in the ledger and in the ERP.
 *
 * @param decision what the shop's snapshot means to the ledger
 * @param known events in the ledger, oldest first
 * @param reading how far the hub has read the shop's order
 * @param crossref the ERP's document, null if the ledger has none
 * @param there how that document stands, null if the ERP knows nothing of it
 * @param written how it was last written, null if it was not or was found there
 * @param mappings versions of those that would write it now
 */
record OrderFacts(
    Order order,
    OrderDecision decision,
    List<KnownEvent> known,
    Reading reading,
    @Nullable Crossref crossref,
    @Nullable OrderProgress there,
    @Nullable WrittenAs written,
    String mappings) {

  /** How far the hub has read what the shop has now. */
  enum Reading {
    NOT_HEARD_OF(Cause.NEVER_RECEIVED, ", and the hub has not heard of it"),
    ANNOUNCED(Cause.NOT_SENT, ", and the hub is about to read it"),
    /** It read just this version. */
    DONE(Cause.OTHER_RULE, " by the mapping or conditions of now; the hub read it by others");

    private final Cause cause;
    private final String words;

    Reading(Cause cause, String words) {
      this.cause = cause;
      this.words = words;
    }

    /** Why what the shop shows has not become an event. */
    Cause cause() {
      return cause;
    }

    /** The same for people, behind what the shop shows. */
    String words() {
      return words;
    }
  }

  /** What decides whether the ERP is to have the order; empty if no event or a person does. */
  Optional<KnownEvent> lastWord() {
    return known.stream()
        .filter(e -> e.event().equals(OrderDecision.CREATED) || OrderDecision.passes(e.event()))
        .filter(e -> !e.isSkipped())
        .reduce((a, b) -> b)
        .filter(KnownEvent::isDone);
  }

  /** What waits about its money, for its invoice, is no difference of the order. */
  Optional<KnownEvent> firstOpen() {
    return known.stream()
        .filter(KnownEvent::isOpen)
        .filter(e -> e.isDead() || OrderMoney.of(e.event()).isEmpty())
        .findFirst();
  }

  /** By which the ERP's document names the order. */
  Optional<String> reference() {
    return Optional.ofNullable(there).map(OrderProgress::reference);
  }

  boolean isThere() {
    return isThere(there);
  }

  /** Whether the ERP has the order, or has posted something for it. */
  static boolean isThere(@Nullable OrderProgress progress) {
    return progress != null && progress.state() != OrderProgress.State.CANCELLED;
  }

  /** What the ERP asks for the order; nothing once all its invoices were taken back. */
  Optional<Amount> valueThere() {
    if (there == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(there.total())
        .or(
            () ->
                there.invoices().stream()
                    .filter(invoice -> !invoice.cancelled())
                    .map(Invoice::total)
                    .reduce(Amount::plus));
  }

  String numberThere() {
    return crossref == null ? "" : Objects.requireNonNullElse(crossref.number(), "");
  }
}
