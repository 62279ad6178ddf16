package dev.kontor.engine.flow;

import dev.kontor.model.Order;
import dev.kontor.model.OrderState;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** What a fresh snapshot of an order means, given the events already known; pure. */
public sealed interface OrderDecision {

  /** Business event: the order is to exist in the target. */
  String CREATED = "created";

  /** Business event: what the creation of the order could not say yet is to be written, too. */
  String COMPLETED = "completed";

  /** Business event: the order was cancelled after it was transferred. */
  String CANCELLED = "cancelled";

  /** Business event: the order is open again after the target was told of its cancellation. */
  String REOPENED = "reopened";

  /** Prefix of the business event "lines, amounts or addresses changed after transfer". */
  String EDITED = "edited:";

  /**
   * A business event happened that the ledger does not know yet.
   *
   * @param generation 0, higher if the event was withdrawn before and has come true again
   */
  record Emit(String event, int generation) implements OrderDecision {}

  /** The event has not been sent: it takes this newer snapshot and is tried again. */
  record Refresh(KnownEvent event) implements OrderDecision {}

  /** The created event has not been sent and never will be. */
  record Withdraw(KnownEvent created, String reason) implements OrderDecision {}

  /** A person decided that the order is never transferred. */
  record GivenUp(String reason) implements OrderDecision {}

  /** A person carried out the newest change, or decided that the target does without it. */
  record Settled(KnownEvent change) implements OrderDecision {}

  /** Nothing the target should know. */
  record Ignore(String reason) implements OrderDecision {}

  /** The same snapshot is to be judged again later. */
  record HoldBack(Duration remaining) implements OrderDecision {}

  /**
   * @param hash keyed hash of what the target is told about the order
   * @param all events of this order, oldest first; those about its money say nothing about itself
   */
  static OrderDecision decide(
      Order order, byte[] hash, List<KnownEvent> all, ExportGate.Verdict verdict) {
    List<KnownEvent> known = all.stream().filter(e -> OrderMoney.of(e.event()).isEmpty()).toList();
    Optional<KnownEvent> created =
        known.stream().filter(e -> e.event().equals(CREATED)).reduce((a, b) -> b);
    boolean live = created.isPresent() && !created.get().state().equals("skipped");
    return live
        ? afterCreated(order, hash, known, created.get(), verdict)
        : beforeCreated(known, verdict);
  }

  private static OrderDecision beforeCreated(List<KnownEvent> known, ExportGate.Verdict verdict) {
    return switch (verdict) {
      case ExportGate.Verdict.Pass p -> new Emit(CREATED, count(known, CREATED));
      case ExportGate.Verdict.Hold h -> new HoldBack(h.remaining());
      case ExportGate.Verdict.Stay s -> new Ignore(s.reason());
    };
  }

  private static OrderDecision afterCreated(
      Order order,
      byte[] hash,
      List<KnownEvent> known,
      KnownEvent created,
      ExportGate.Verdict verdict) {
    if (created.isDiscarded()) {
      return new GivenUp("a person discarded or skipped its transfer");
    }
    boolean cancelled = order.state() == OrderState.CANCELLED;
    if (created.isUnsent()) {
      return unsent(cancelled, created, verdict);
    }
    boolean told = isCancelled(known.subList(known.indexOf(created) + 1, known.size()));
    if (cancelled) {
      return told ? new Ignore("cancellation known") : new Emit(CANCELLED, count(known, CANCELLED));
    }
    return told ? new Emit(REOPENED, count(known, REOPENED)) : edited(hash, known, created);
  }

  /** What no longer may leave the shop is taken back while it still can be. */
  private static OrderDecision unsent(
      boolean cancelled, KnownEvent created, ExportGate.Verdict verdict) {
    if (cancelled) {
      return new Withdraw(created, "cancelled before transfer");
    }
    return verdict instanceof ExportGate.Verdict.Stay stay
        ? new Withdraw(created, stay.reason())
        : new Refresh(created);
  }

  /** Whether the newest word about the order is its cancellation. */
  private static boolean isCancelled(List<KnownEvent> events) {
    return events.stream()
        .map(KnownEvent::event)
        .filter(OrderDecision::passes)
        .reduce((a, b) -> b)
        .filter(CANCELLED::equals)
        .isPresent();
  }

  /**
   * Whether an event passes those in its lane that are stuck: that an order must stop, or that it
   * was cancelled in vain, never waits.
   */
  static boolean passes(String event) {
    return event.equals(CANCELLED) || event.equals(REOPENED);
  }

  /**
   * Whether what stands behind an event in its lane waits for it. Money may wait long for the
   * order's invoice, and nothing but that depends on it.
   */
  static boolean holds(String event) {
    return OrderMoney.of(event).isEmpty();
  }

  private static OrderDecision edited(byte[] hash, List<KnownEvent> known, KnownEvent created) {
    KnownEvent last = known.getLast();
    if (Arrays.equals(last.contentHash(), hash)) {
      boolean settled = last.isDiscarded() && created.isDone();
      return settled ? new Settled(last) : new Ignore("unchanged");
    }
    if (last.event().startsWith(EDITED) && last.isUnsent()) {
      return new Refresh(last);
    }
    // Numbered, because an edit may lead back to content that was there before: A, B, A, B.
    int edits = count(known, EDITED);
    return new Emit(EDITED + (edits + 1) + ":" + HexFormat.of().formatHex(hash, 0, 6), 0);
  }

  private static int count(List<KnownEvent> known, String prefix) {
    return (int) known.stream().filter(e -> e.event().startsWith(prefix)).count();
  }
}
