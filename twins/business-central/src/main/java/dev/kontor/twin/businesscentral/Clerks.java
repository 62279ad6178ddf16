package dev.kontor.twin.businesscentral;

import dev.kontor.twin.businesscentral.finance.CustomerLedger;
import dev.kontor.twin.businesscentral.finance.GeneralLedger;
import dev.kontor.twin.businesscentral.finance.JournalPosting;
import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.sales.InvoiceCorrection;
import dev.kontor.twin.businesscentral.sales.SalesCredit;
import dev.kontor.twin.businesscentral.sales.SalesPosting;
import dev.kontor.twin.businesscentral.supply.Purchases;
import dev.kontor.twin.businesscentral.supply.Transfers;
import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What people in the warehouse and in finance do inside the ERP, one transaction each. */
final class Clerks {
  private final Records records;

  Clerks(Records records) {
    this.records = records;
  }

  private void doing(Runnable work) {
    Supplier<JsonNode> changes =
        () -> {
          work.run();
          return Json.object();
        };
    records.rows().changing(changes);
  }

  /**
   * Treats an open order: {@code release|reopen|review|ship|invoice|shipAndInvoice|cancel}. Throws
   * ODataFault when there is no such open order or it cannot be done.
   *
   * @param body {@code {lines:[{sequence, quantity}], packageTrackingNumber, …}}; lines limit what
   *     is shipped, the rest is about the parcel
   */
  void order(String number, String how, JsonNode body) {
    doing(
        () -> {
          String id = Records.text(found("salesOrders", "Sales Header", number), "id");
          SalesPosting posting = new SalesPosting(records, id);
          if (body.path("lines").isArray()) {
            posting.shipOnly(body.path("lines"));
          }
          ObjectNode parcel = body.isObject() ? (ObjectNode) body.deepCopy() : Json.object();
          parcel.remove("lines");
          posting.parcel(parcel);
          switch (how) {
            case "release" -> posting.release();
            case "reopen" -> posting.reopen();
            case "review" -> posting.review();
            case "cancel" -> posting.cancel();
            case "ship" -> posting.ship();
            case "invoice" -> posting.invoice();
            default -> posting.shipAndInvoice();
          }
        });
  }

  /**
   * Treats a posted invoice: {@code cancel}, {@code correct} (cancels it and posts another with
   * lines {@code [{sequence, quantity?, unitPrice?}]} changed) or {@code creditMemo} (over parts
   * {@code [{sequence, quantity, restock?}]}).
   */
  void invoice(String number, String how, JsonNode lines) {
    doing(
        () -> {
          ObjectNode invoice = found("salesInvoices", "Sales Invoice Header", number);
          switch (how) {
            case "cancel" -> new SalesCredit(records).cancel(invoice);
            case "correct" -> new InvoiceCorrection(records).correct(invoice, lines);
            default -> new SalesCredit(records).parts(invoice, lines);
          }
        });
  }

  /** Books money that came in: {@code {invoiceNumber, amount, documentNumber?}}. */
  void payment(JsonNode body) {
    doing(
        () -> {
          String number = Records.text(body, "invoiceNumber");
          ObjectNode invoice = found("salesInvoices", "Sales Invoice Header", number);
          String document =
              body.has("documentNumber")
                  ? Records.text(body, "documentNumber")
                  : records.nextNumber("payment", "G", 0);
          BigDecimal amount = Records.number(body, "amount").negate();
          String day = records.today();
          new CustomerLedger(records)
              .payment(
                  document, Records.text(invoice, "billToCustomerNumber"), amount, day, number);
          new GeneralLedger(records).payment(document, amount, day, "", "1200");
        });
  }

  /**
   * The warehouse treats a purchase or transfer: {@code purchases/receive}, {@code transfers/ship}
   * or {@code transfers/receive}.
   *
   * @param body {@code {quantity?}}, else all there is to treat
   */
  void supply(String set, String number, String how, JsonNode body) {
    Optional<BigDecimal> quantity =
        body.has("quantity") ? Optional.of(Records.number(body, "quantity")) : Optional.empty();
    doing(
        () -> {
          switch (set + "/" + how) {
            case "purchases/receive" -> new Purchases(records).receive(number, quantity);
            case "transfers/receive" -> new Transfers(records).receive(number, quantity);
            case "transfers/ship" -> new Transfers(records).ship(number, quantity);
            default -> throw Faults.dialog("A purchase is received, not shipped.");
          }
        });
  }

  /** Posts a journal of payments with all that stands in it. */
  void journal(String code) {
    doing(
        () ->
            new JournalPosting(
                    records,
                    records
                        .by("journals", "code", code)
                        .orElseThrow(
                            () -> Faults.noRecord("Gen. Journal Batch", "Name='" + code + "'")))
                .post());
  }

  private ObjectNode found(String set, String table, String number) {
    return records
        .by(set, "number", number)
        .orElseThrow(() -> Faults.noRecord(table, "No.='" + number + "'"));
  }
}
