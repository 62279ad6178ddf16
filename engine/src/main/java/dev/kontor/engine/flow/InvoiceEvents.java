package dev.kontor.engine.flow;

import dev.kontor.engine.config.ExportConditions;
import dev.kontor.model.Order;
import java.util.List;

/**
 * An order that meets the conditions of its flow of invoices is to be invoiced, once; pure. Taken
 * back as long as it was not sent and they do not hold any more.
 */
final class InvoiceEvents {

  private static final String BILLABLE = "billable:";

  private InvoiceEvents() {}

  /** Whether the event is that an order is to be invoiced. */
  static boolean isInvoice(String event) {
    return event.startsWith(BILLABLE);
  }

  static List<String> shown(Order order, ExportConditions conditions) {
    return ExportGate.obstacle(order, conditions).isPresent()
        ? List.of()
        : List.of(BILLABLE + order.id());
  }
}
