package dev.kontor.twin.financeoperations.control;

import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.financeoperations.events.BusinessEvents;
import dev.kontor.twin.financeoperations.events.Kind;
import dev.kontor.twin.kit.Json;
import tools.jackson.databind.node.ObjectNode;

/** What clerks have done, as business events tell it; names of fields are the twin's own. */
final class Happenings {
  private final BusinessEvents events;

  Happenings(BusinessEvents events) {
    this.events = events;
  }

  void order(String company, String number, String how, ObjectNode done) {
    switch (how) {
      case "confirm" ->
          events.raise(
              Kind.ORDER_CONFIRMED,
              company,
              Json.object()
                  .put("SalesOrderId", number)
                  .put("ConfirmationId", text(done, "confirmation")));
      case "invoice" -> invoice(company, number, done);
      default -> {
        // No standard event tells of anything else (contract.md §6).
      }
    }
  }

  void invoice(String company, String order, ObjectNode done) {
    ObjectNode fields =
        Json.object().put("SalesOrderId", order).put("InvoiceId", text(done, "invoice"));
    fields.set("InvoiceAmount", done.path("amount"));
    events.raise(Kind.INVOICE_POSTED, company, fields);
  }

  void payments(String company, String journal) {
    events.raise(Kind.PAYMENT_POSTED, company, Json.object().put("JournalBatchNumber", journal));
  }
}
