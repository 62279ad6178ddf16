package dev.kontor.engine.flow;

import dev.kontor.model.CreditMemo;
import dev.kontor.model.Invoice;
import dev.kontor.model.OrderProgress;
import dev.kontor.model.ProgressEvent;
import dev.kontor.model.Shipment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
      events.add(event(progress, orderId, ProgressEvent.Kind.RELEASED, ""));
    }
    for (Shipment shipment : progress.shipments()) {
      events.add(
          named(
              ProgressEvent.Kind.SHIPPED,
              shipment.number(),
              new ProgressEvent(
                  ProgressEvent.Kind.SHIPPED,
                  orderId,
                  progress.orderNumber(),
                  progress.state(),
                  shipment,
                  null,
                  null)));
    }
    for (Invoice invoice : progress.invoices()) {
      events.add(
          named(
              ProgressEvent.Kind.INVOICED,
              invoice.number(),
              new ProgressEvent(
                  ProgressEvent.Kind.INVOICED,
                  orderId,
                  progress.orderNumber(),
                  progress.state(),
                  null,
                  invoice,
                  null)));
    }
    for (CreditMemo memo : progress.creditMemos()) {
      events.add(
          named(
              ProgressEvent.Kind.CREDITED,
              memo.number(),
              new ProgressEvent(
                  ProgressEvent.Kind.CREDITED,
                  orderId,
                  progress.orderNumber(),
                  progress.state(),
                  null,
                  null,
                  memo)));
    }
    if (progress.state() == OrderProgress.State.CANCELLED) {
      events.add(event(progress, orderId, ProgressEvent.Kind.CANCELLED, ""));
    }
    return events;
  }

  private static boolean isReleased(OrderProgress.State state) {
    return switch (state) {
      case RELEASED, SHIPPED_PARTIALLY, SHIPPED, COMPLETED -> true;
      case OPEN, CANCELLED -> false;
    };
  }

  private static Named event(
      OrderProgress progress, String orderId, ProgressEvent.Kind kind, String document) {
    return named(
        kind,
        document,
        new ProgressEvent(
            kind, orderId, progress.orderNumber(), progress.state(), null, null, null));
  }

  private static Named named(ProgressEvent.Kind kind, String document, ProgressEvent event) {
    String name = kind.name().toLowerCase(Locale.ROOT);
    return new Named(document.isEmpty() ? name : name + ":" + document, event);
  }
}
