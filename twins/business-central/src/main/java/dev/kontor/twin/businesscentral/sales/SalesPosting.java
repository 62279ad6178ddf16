package dev.kontor.twin.businesscentral.sales;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.totals.Line;
import dev.kontor.twin.businesscentral.totals.Posting;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Posts an order: shipment, invoice, ledger entries; the invoiced order is deleted (§8). */
public final class SalesPosting {
  private final Records records;
  private final SalesDocument document;

  /** Throws ODataFault when there is no such order. */
  public SalesPosting(Records records, String orderId) {
    this.records = records;
    this.document = SalesDocument.load(records, DocumentKind.ORDER, orderId);
  }

  /** Releases the order as a person would; totals are then the ones that will be posted. */
  public void release() {
    if (Records.text(document.header(), "status").equals("Open")) {
      return;
    }
    document.release();
  }

  /** Throws ODataFault unless the order is open for changes. */
  public void requireOpen() {
    document.requireDraft();
  }

  /** Opens the order for changes again. */
  public void reopen() {
    document.reopen();
  }

  /** Sends the order to those who approve it. */
  public void review() {
    document.review();
  }

  /** Deletes the order unless goods were shipped that nobody was invoiced for. */
  public void delete() {
    document.lines().forEach(line -> Handling.checkDelete(document, line));
    document.remove();
  }

  /** Deletes the order unless something of it was shipped. */
  public void cancel() {
    document.lines().stream()
        .filter(line -> Records.number(line, "shippedQuantity").signum() != 0)
        .findFirst()
        .ifPresent(
            line -> {
              throw Faults.mustBeZero(
                  "Quantity Shipped", document.named(line), line.path("shippedQuantity"));
            });
    document.remove();
  }

  /** Chooses what the next posting ships; lines not named by their sequence ship nothing. */
  public void shipOnly(JsonNode parts) {
    for (ObjectNode line : document.lines()) {
      BigDecimal quantity = BigDecimal.ZERO;
      for (JsonNode part : parts) {
        if (part.path("sequence").equals(line.path("sequence"))) {
          quantity = Records.number(part, "quantity");
        }
      }
      Handling.choose(line, "shipQuantity", Records.decimal(quantity));
      document.save(line);
    }
  }

  /** What the parcel is; throws ODataFault for unknown parameters. */
  public void parcel(JsonNode parameters) {
    new Parcel(records).apply(document.header(), parameters);
    records.save(DocumentKind.ORDER.headers(), document.header());
  }

  /** Posts the quantities to ship and to invoice; the order goes once all is invoiced. */
  public void shipAndInvoice() {
    check();
    release();
    Shipment shipment = new Shipment(records, document);
    if (shipment.isNeeded()) {
      shipment.post();
    }
    new Invoicing(records, document).post();
    posted();
  }

  /** Posts a shipment of the quantities to ship and leaves the order for invoicing. */
  public void ship() {
    check();
    Shipment shipment = new Shipment(records, document);
    if (!shipment.isNeeded()) {
      throw Faults.nothingToPost();
    }
    release();
    shipment.post();
    posted();
  }

  /** Posts an invoice over what was shipped before. */
  public void invoice() {
    check();
    release();
    new Invoicing(records, document).post();
    posted();
  }

  // After a posting every line proposes to handle all that is left of it.
  private void posted() {
    for (ObjectNode line : document.lines()) {
      Handling.rest(line);
      document.save(line);
    }
    if (!document.lines().isEmpty()) {
      Parcel.gone(document.header());
      document.saveTotals();
    }
    records.commit();
  }

  private void check() {
    PostingDates.require(records, document);
    records
        .byId("customers", Records.text(document.header(), "customerId"))
        .ifPresent(customer -> SellTo.usable(customer, DocumentKind.ORDER, "post"));
    if (document.lines().stream().noneMatch(l -> Records.number(l, "quantity").signum() != 0)) {
      throw Faults.nothingToPost();
    }
    List<Line> amounts = document.lines().stream().map(LineAmounts::read).toList();
    if (Posting.net(amounts).signum() < 0 && Posting.gross(amounts).signum() < 0) {
      throw Faults.dialog("The total amount for the invoice must be 0 or greater.");
    }
  }
}
