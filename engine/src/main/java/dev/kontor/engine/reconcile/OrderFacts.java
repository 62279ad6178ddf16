package dev.kontor.engine.reconcile;

import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.flow.KnownEvent;
import dev.kontor.engine.flow.OrderDecision;
import dev.kontor.model.Order;
import dev.kontor.model.OrderProgress;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One order at its shop, in the ledger and in the ERP.
 *
 * @param decision what the shop's snapshot means to the ledger
 * @param known events in the ledger, oldest first
 * @param isAnnounced whether the hub was told to read it and has not yet
 * @param crossref the ERP's document, null if the ledger has none
 * @param there how that document stands, null if the ERP knows nothing of it
 */
record OrderFacts(
    Order order,
    OrderDecision decision,
    List<KnownEvent> known,
    boolean isAnnounced,
    @Nullable Crossref crossref,
    @Nullable OrderProgress there) {

  /** What decides whether the ERP is to have the order; empty if no event or a person does. */
  Optional<KnownEvent> lastWord() {
    return known.stream()
        .filter(e -> e.event().equals(OrderDecision.CREATED) || OrderDecision.passes(e.event()))
        .filter(e -> !e.isSkipped())
        .reduce((a, b) -> b)
        .filter(KnownEvent::isDone);
  }

  Optional<KnownEvent> firstOpen() {
    return known.stream().filter(KnownEvent::isOpen).findFirst();
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
  Optional<BigDecimal> grossThere() {
    if (there == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(there.gross())
        .or(
            () ->
                there.invoices().stream()
                    .filter(invoice -> !invoice.cancelled())
                    .map(invoice -> invoice.total().gross())
                    .reduce(BigDecimal::add));
  }

  String numberThere() {
    return crossref == null ? "" : Objects.requireNonNullElse(crossref.number(), "");
  }
}
