package dev.kontor.twin.financeoperations.control;

import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.financeoperations.events.BusinessEvents;
import dev.kontor.twin.financeoperations.master.Articles;
import dev.kontor.twin.financeoperations.posting.CreditNotes;
import dev.kontor.twin.financeoperations.posting.Orders;
import dev.kontor.twin.financeoperations.posting.PaymentJournals;
import dev.kontor.twin.financeoperations.posting.PaymentLines;
import dev.kontor.twin.financeoperations.posting.Quotations;
import dev.kontor.twin.financeoperations.posting.TradeAgreements;
import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.financeoperations.records.Reference;
import dev.kontor.twin.financeoperations.stock.Place;
import dev.kontor.twin.financeoperations.stock.Stock;
import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What people and batch jobs do inside the system; each call is one transaction or a Fault. */
public final class Clerks {
  private final Erp erp;
  private final Happenings happenings;

  public Clerks(Erp erp, BusinessEvents events) {
    this.erp = erp;
    this.happenings = new Happenings(events);
  }

  private ObjectNode done(Supplier<ObjectNode> work) {
    return erp.records().rows().changing(work);
  }

  /** Treats an order: {@code confirm|pick|pack|invoice|cancel|totals|charges}. */
  public ObjectNode order(String company, String number, String how, JsonNode body) {
    ObjectNode done = done(() -> new Orders(erp).treat(company, number, how, body));
    happenings.order(company, number, how, done);
    return done;
  }

  /** Treats an article: {@code change|variant|release|block|remove}. */
  public ObjectNode item(String company, String number, String how, JsonNode body) {
    return done(() -> new Articles(erp).treat(company, number, how, body));
  }

  /** Treats a quotation: {@code price|send|confirm|lose|cancel}. */
  public ObjectNode quotation(String company, String number, String how, JsonNode body) {
    return done(() -> new Quotations(erp).treat(company, number, how, body));
  }

  /** Credits an invoice or parts of it. */
  public ObjectNode credit(String company, String invoice, JsonNode body) {
    ObjectNode done = done(() -> new CreditNotes(erp).credit(company, invoice, body));
    happenings.invoice(company, text(done, "order"), done);
    return done;
  }

  /** Posts a payment journal with all that stands in it. */
  public ObjectNode journal(String company, String number) {
    ObjectNode done =
        done(
            () -> {
              new PaymentJournals(erp).post(company, number);
              return Json.object();
            });
    happenings.payments(company, number);
    return done;
  }

  /** Posts an open journal of sales prices. */
  public ObjectNode prices(String company, String number) {
    return done(
        () -> {
          new TradeAgreements(erp).post(company, number);
          return Json.object();
        });
  }

  /** Takes a posted sales price away, by its record id. */
  public ObjectNode end(String company, String record) {
    return done(
        () -> {
          new TradeAgreements(erp).end(company, record);
          return Json.object();
        });
  }

  /** Books money that came in for an invoice, through a journal of a person's own. */
  public ObjectNode pay(String company, String invoice, BigDecimal amount) {
    ObjectNode done = done(() -> paid(company, invoice, amount));
    happenings.payments(company, text(done, "journal"));
    return done;
  }

  private ObjectNode paid(String company, String invoice, BigDecimal amount) {
    ObjectNode owed =
        erp.records().where(company, "CustTransactions", "Invoice", invoice).stream()
            .findFirst()
            .orElseThrow(
                () -> Reference.unknown(invoice, "MarkedInvoice", "Customer transactions"));
    String name =
        text(erp.records().all(company, "paymentJournals").iterator().next().data(), "name");
    PaymentJournals journals = new PaymentJournals(erp);
    String batch =
        text(
            journals.insert(company, Json.object().put("JournalName", name)), "JournalBatchNumber");
    ObjectNode line =
        Json.object()
            .put("JournalBatchNumber", batch)
            .put("AccountDisplayValue", text(owed, "AccountNum"))
            .put("CurrencyCode", text(owed, "CurrencyCode"))
            .put("MarkedInvoice", invoice)
            .put(amount.signum() < 0 ? "DebitAmount" : "CreditAmount", amount.abs());
    new PaymentLines(erp).insert(company, line);
    journals.post(company, batch);
    return Json.object().put("journal", batch);
  }

  /**
   * Counts stock: pieces in (positive) or out.
   *
   * @param body {@code {company?, item, warehouse, quantity}} and product dimensions by their names
   */
  public ObjectNode move(JsonNode body) {
    return done(
        () -> {
          String company = body.path("company").asString(erp.settings().defaultCompany());
          String warehouse = text(body, "warehouse");
          ObjectNode row =
              erp.records()
                  .find(company, "Warehouses", warehouse)
                  .orElseThrow(() -> Reference.unknown(warehouse, "warehouse", "Warehouses"));
          new Stock(erp.records())
              .move(
                  new Place(
                      company,
                      text(body, "item"),
                      Place.dimensions(body),
                      text(row, "OperationalSiteId"),
                      warehouse),
                  new BigDecimal(body.path("quantity").asString()));
          return Json.object();
        });
  }
}
