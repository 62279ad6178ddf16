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

  /** Chooses what the next posting ships; lines not named by their sequence ship nothing. */
  public void shipOnly(JsonNode parts) {
    for (ObjectNode line : document.lines()) {
      BigDecimal quantity = BigDecimal.ZERO;
      for (JsonNode part : parts) {
        if (part.path("sequence").equals(line.path("sequence"))) {
          quantity = Records.number(part, "quantity");
        }
      }
      records.save(SalesDocument.LINES, line.put("shipQuantity", quantity));
    }
  }

  /** Posts the quantities to ship and to invoice; the order goes once all is invoiced. */
  public void shipAndInvoice() {
    check();
    document.release();
    if (!toShip().isEmpty()) {
      shipment();
    }
    invoice();
    if (document.lines().stream().allMatch(l -> open(l, "invoicedQuantity").signum() == 0)) {
      document.lines().forEach(l -> records.remove(SalesDocument.LINES, Records.text(l, "id")));
      records.remove(SalesDocument.HEADERS, Records.text(document.header(), "id"));
    } else {
      document.saveTotals();
    }
  }

  /** Posts a shipment of the quantities to ship and leaves the order for invoicing. */
  public void ship() {
    check();
    if (toShip().isEmpty()) {
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

  private static BigDecimal open(ObjectNode line, String done) {
    return Records.number(line, "quantity").subtract(Records.number(line, done));
  }

  private List<ObjectNode> toShip() {
    List<ObjectNode> lines =
        document.lines().stream()
            .filter(line -> Records.number(line, "shipQuantity").signum() != 0)
            .toList();
    for (ObjectNode line : lines) {
      BigDecimal most = open(line, "shippedQuantity");
      if (Records.number(line, "shipQuantity").abs().compareTo(most.abs()) > 0) {
        throw Faults.dialog("You cannot ship more than %s units.".formatted(most.toPlainString()));
      }
    }
    return lines;
  }

  private void shipment() {
    String number = records.nextNumber("shipment", "", FIRST_SHIPMENT);
    ObjectNode shipment = posted("salesShipments", number);
    shipment.set("orderNumber", document.header().path("number"));
    shipment.set("invoiceDate", document.header().path("orderDate"));
    records.save("salesShipments", shipment);
    Stock stock = new Stock(records);
    for (ObjectNode line : toShip()) {
      BigDecimal quantity = Records.number(line, "shipQuantity");
      ObjectNode copy = copied("salesShipmentLines", line, shipment).put("quantity", quantity);
      records.save("salesShipmentLines", shipmentType(copy.put("documentNo", number)));
      if (Records.text(line, "lineType").equals("Item")) {
        stock.sale(line, document.header(), number, quantity);
      }
      line.put("shippedQuantity", Records.number(line, "shippedQuantity").add(quantity));
      records.save(SalesDocument.LINES, line.put("shipQuantity", open(line, "shippedQuantity")));
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
    List<Line> amounts = new ArrayList<>(invoiced(invoice));
    new RoundingLine(records, document).add(invoice, amounts);
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

  // Amounts of a part are computed from the part (totals.md rule 22).
  private List<Line> invoiced(ObjectNode invoice) {
    List<ObjectNode> lines = document.lines();
    List<BigDecimal> quantities = lines.stream().map(SalesPosting::toInvoice).toList();
    if (quantities.stream().allMatch(quantity -> quantity.signum() == 0)) {
      throw nothing();
    }
    Terms terms = document.terms();
    List<Line> amounts =
        Posting.posted(lines.stream().map(LineAmounts::read).toList(), quantities, terms);
    for (int i = 0; i < lines.size(); i++) {
      ObjectNode line = lines.get(i);
      if (quantities.get(i).signum() == 0 && Records.number(line, "quantity").signum() != 0) {
        continue;
      }
      ObjectNode copy = copied("salesInvoiceLines", line, invoice);
      copy.put("quantity", quantities.get(i)).put("discountAmount", amounts.get(i).discount());
      LineAmounts.write(copy, amounts.get(i), terms);
      records.save("salesInvoiceLines", copy);
      BigDecimal soFar = Records.number(line, "invoicedQuantity").add(quantities.get(i));
      line.put("invoicedQuantity", soFar);
      records.save(
          SalesDocument.LINES, line.put("invoiceQuantity", open(line, "invoicedQuantity")));
    }
    return amounts;
  }

  private static BigDecimal toInvoice(ObjectNode line) {
    BigDecimal wanted = Records.number(line, "invoiceQuantity");
    BigDecimal shipped =
        Records.number(line, "shippedQuantity").subtract(Records.number(line, "invoicedQuantity"));
    return wanted.abs().compareTo(shipped.abs()) > 0 ? shipped : wanted;
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
