package dev.kontor.engine.flow;

import dev.kontor.model.CreditMemo;
import dev.kontor.model.Invoice;
import dev.kontor.model.OrderProgress;
import dev.kontor.model.ProgressEvent;
import dev.kontor.model.Shipment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The business events that a snapshot of an order's progress tells of; pure. */
public final class ProgressEvents {

  /**
   * One event.
   *
   * @param name the same in every later snapshot, e.g. {@code shipped:SS-1001}
   */
  public record Named(String name, ProgressEvent event) {}

  private ProgressEvents() {}

  /**
   * Everything that has happened so far, in the order in which a shop should hear of it.
   *
   * @param orderId the shop's id of the order
   */
  public static List<Named> of(OrderProgress progress, String orderId) {
    List<Named> events = new ArrayList<>();
    if (isReleased(progress.state())) {
      events.add(plain(progress, orderId, ProgressEvent.Kind.RELEASED));
    }
    for (Shipment shipment : progress.shipments()) {
      ProgressEvent event =
          event(progress, orderId, ProgressEvent.Kind.SHIPPED, shipment, null, null);
      events.add(named(event, shipment.number()));
    }
    for (Invoice invoice : progress.invoices()) {
      ProgressEvent event =
          event(progress, orderId, ProgressEvent.Kind.INVOICED, null, invoice, null);
      events.add(named(event, invoice.number()));
    }
    for (CreditMemo memo : progress.creditMemos()) {
      ProgressEvent event = event(progress, orderId, ProgressEvent.Kind.CREDITED, null, null, memo);
      events.add(named(event, memo.number()));
    }
    if (progress.state() == OrderProgress.State.CANCELLED) {
      events.add(plain(progress, orderId, ProgressEvent.Kind.CANCELLED));
    }
    return events;
  }

  private static boolean isReleased(OrderProgress.State state) {
    return switch (state) {
      case RELEASED, SHIPPED_PARTIALLY, SHIPPED, COMPLETED -> true;
      case OPEN, CANCELLED -> false;
    };
  }

  /** An event of the order itself, which no document stands for. */
  private static Named plain(OrderProgress progress, String orderId, ProgressEvent.Kind kind) {
    return new Named(word(kind), event(progress, orderId, kind, null, null, null));
  }

  private static Named named(ProgressEvent event, String document) {
    return new Named(word(event.kind()) + ":" + document, event);
  }

  private static String word(ProgressEvent.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static ProgressEvent event(
      OrderProgress progress,
      String orderId,
      ProgressEvent.Kind kind,
      @Nullable Shipment shipment,
      @Nullable Invoice invoice,
      @Nullable CreditMemo memo) {
    return new ProgressEvent(
        kind, orderId, progress.orderNumber(), progress.state(), shipment, invoice, memo);
  }
}
