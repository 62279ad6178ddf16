package dev.kontor.twin.businesscentral.sales;

import dev.kontor.twin.businesscentral.master.Stock;
import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.totals.Line;
import dev.kontor.twin.businesscentral.totals.Posting;
import dev.kontor.twin.businesscentral.totals.Terms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Posts an order: shipment, invoice, ledger entries; the invoiced order is deleted (§8). */
public final class SalesPosting {
  private static final long FIRST_SHIPMENT = 102_000;
  private static final long FIRST_INVOICE = 103_000;

  private final Records records;
  private final SalesDocument document;

  public SalesPosting(Records records, String orderId) {
    this.records = records;
    this.document = SalesDocument.load(records, orderId);
  }

  /** Releases the order as a person would; totals are then the ones that will be posted. */
  public void release() {
    document.release();
  }

  /** Posts what is not shipped yet and what is not invoiced yet. */
  public void shipAndInvoice() {
    check();
    document.release();
    if (!open().isEmpty()) {
      shipment();
    }
    invoice();
    document.lines().forEach(l -> records.remove(SalesDocument.LINES, Records.text(l, "id")));
    records.remove(SalesDocument.HEADERS, Records.text(document.header(), "id"));
  }

  /** Posts a shipment of everything open and leaves the order for invoicing. */
  public void ship() {
    check();
    if (open().isEmpty()) {
      throw nothing();
    }
    document.release();
    shipment();
    document.saveTotals();
  }

  private void check() {
    records
        .byId("customers", Records.text(document.header(), "customerId"))
        .ifPresent(SellTo::usable);
    if (document.lines().stream().noneMatch(l -> Records.number(l, "quantity").signum() != 0)) {
      throw nothing();
    }
    List<Line> amounts = document.lines().stream().map(LineAmounts::read).toList();
    if (Posting.net(amounts).signum() < 0 && Posting.gross(amounts).signum() < 0) {
      throw Faults.dialog("The total amount for the invoice must be 0 or greater.");
    }
  }

  private static RuntimeException nothing() {
    return Faults.dialog("There is nothing to post.");
  }

  private List<ObjectNode> open() {
    return document.lines().stream()
        .filter(
            line ->
                Records.number(line, "quantity").compareTo(Records.number(line, "shippedQuantity"))
                    != 0)
        .toList();
  }

  private void shipment() {
    String number = records.nextNumber("shipment", "", FIRST_SHIPMENT);
    ObjectNode shipment = posted("salesShipments", number);
    shipment.set("orderNumber", document.header().path("number"));
    shipment.set("invoiceDate", document.header().path("orderDate"));
    records.save("salesShipments", shipment);
    Stock stock = new Stock(records);
    for (ObjectNode line : open()) {
      BigDecimal quantity =
          Records.number(line, "quantity").subtract(Records.number(line, "shippedQuantity"));
      ObjectNode copy = copied("salesShipmentLines", line, shipment).put("quantity", quantity);
      records.save("salesShipmentLines", shipmentType(copy.put("documentNo", number)));
      if (Records.text(line, "lineType").equals("Item")) {
        stock.sale(line, document.header(), number, quantity);
      }
      line.set("shippedQuantity", line.path("quantity"));
      records.save(SalesDocument.LINES, line.put("shipQuantity", BigDecimal.ZERO));
    }
  }

  // Shipment lines name the line types of the table, not of the API.
  private static ObjectNode shipmentType(ObjectNode line) {
    return line.put(
        "lineType",
        switch (Records.text(line, "lineType")) {
          case "Item" -> "Item";
          case "Account" -> "G_x002F_L_x0020_Account";
          default -> "_x0020_";
        });
  }

  private void invoice() {
    ObjectNode header = document.header();
    ObjectNode invoice = posted("salesInvoices", records.nextNumber("invoice", "", FIRST_INVOICE));
    invoice.set("orderId", header.path("id"));
    invoice.set("orderNumber", header.path("number"));
    invoice.put("invoiceDate", records.today()).put("dueDate", records.today());
    List<Line> amounts = new ArrayList<>();
    for (ObjectNode line : document.lines()) {
      amounts.add(LineAmounts.read(line));
      records.save("salesInvoiceLines", copied("salesInvoiceLines", line, invoice));
    }
    rounding(invoice, amounts);
    BigDecimal net = Posting.net(amounts);
    BigDecimal gross = Posting.gross(amounts);
    invoice
        .put("totalAmountExcludingTax", net)
        .put("totalTaxAmount", gross.subtract(net))
        .put("totalAmountIncludingTax", gross)
        .put("remainingAmount", gross)
        .put("status", "Open");
    records.save("salesInvoices", invoice);
  }

  private void rounding(ObjectNode invoice, List<Line> amounts) {
    JsonNode setting = records.setting("invoiceRounding");
    if (!setting.isObject()) {
      return;
    }
    Terms terms = document.terms();
    ObjectNode account =
        records
            .by("accounts", "number", Records.text(setting, "account"))
            .orElseThrow(
                () ->
                    Faults.mustHaveValue("Invoice Rounding Account", "Customer Posting Group", ""));
    var rate =
        new VatSetup(records)
            .rate(
                Records.text(document.header(), "_vatBusinessGroup"),
                Records.text(account, "_vatProductGroup"));
    Line line =
        Posting.invoiceRounding(
            List.copyOf(amounts), Records.number(setting, "precision"), rate, terms);
    if (line.gross().signum() == 0) {
      return;
    }
    ObjectNode row =
        records
            .create("salesInvoiceLines")
            .put("lineType", "Account")
            .put("quantity", line.quantity())
            .put("unitPrice", line.unitPrice());
    row.set("documentId", invoice.path("id"));
    row.set("accountId", account.path("id"));
    row.set("lineObjectNumber", account.path("number"));
    row.set("description", account.path("displayName"));
    LineAmounts.setRate(row, rate);
    LineAmounts.write(row, line, terms);
    records.save("salesInvoiceLines", row);
    amounts.add(line);
  }

  private ObjectNode posted(String set, String number) {
    ObjectNode row = records.create(set);
    String id = Records.text(row, "id");
    document.header().properties().forEach(p -> row.set(p.getKey(), p.getValue()));
    return row.put("id", id).put("number", number).put("postingDate", records.today());
  }

  private ObjectNode copied(String set, ObjectNode line, ObjectNode parent) {
    ObjectNode row = records.create(set);
    String id = Records.text(row, "id");
    row.setAll(line.deepCopy());
    row.set("documentId", parent.path("id"));
    return row.put("id", id);
  }
}
