package dev.kontor.twin.financeoperations.sales;

import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** The statuses of an order by those of its lines; canceled lines do not count. */
public record Progress(List<Line> lines) {
  private static final String CONFIRMED = "_confirmed";

  /** An order has been confirmed; what it shows is set by {@link #show}. */
  public static void confirm(ObjectNode order) {
    order.put(CONFIRMED, true);
  }

  /** Sets the statuses of the order and of each of the lines; both are stored by the caller. */
  public void show(ObjectNode order) {
    lines.forEach(line -> line.row().put("SalesOrderLineStatus", line.status()));
    order
        .put("SalesOrderStatus", status())
        .put("SalesOrderProcessingStatus", processing(order.path(CONFIRMED).asBoolean()));
  }

  private String status() {
    if (lines.isEmpty() || any(l -> l.status().equals("Backorder"))) {
      return "Backorder";
    }
    if (any(l -> l.status().equals("Delivered"))) {
      return "Delivered";
    }
    return any(l -> l.status().equals("Invoiced")) ? "Invoiced" : "Canceled";
  }

  /** Where the order is on its way. */
  private String processing(boolean confirmed) {
    boolean whole = !status().equals("Backorder");
    if (status().equals("Canceled") || status().equals("Invoiced")) {
      return status();
    }
    if (any(l -> l.invoiced().signum() != 0)) {
      return whole ? "DeliveredPartiallyInvoiced" : "PartiallyInvoiced";
    }
    if (any(l -> l.delivered().signum() != 0)) {
      return whole ? "Delivered" : "PartiallyDelivered";
    }
    if (any(l -> l.picked().signum() != 0)) {
      return "Picked";
    }
    return confirmed ? "Confirmed" : "Active";
  }

  private boolean any(Predicate<Line> such) {
    return lines.stream().anyMatch(such);
  }
}
