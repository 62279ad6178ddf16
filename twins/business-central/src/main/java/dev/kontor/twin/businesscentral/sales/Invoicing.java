package dev.kontor.twin.businesscentral.sales;

import dev.kontor.twin.businesscentral.finance.CustomerLedger;
import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.totals.Line;
import dev.kontor.twin.businesscentral.totals.Posting;
import dev.kontor.twin.businesscentral.totals.Terms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Posts what is to be invoiced; an order invoiced in full is deleted (behaviours.md §8). */
final class Invoicing {
  private static final String HEADERS = "salesInvoices";
  private static final String LINES = "salesInvoiceLines";
  private static final long FIRST = 103_000;

  private final Records records;
  private final SalesDocument document;

  Invoicing(Records records, SalesDocument document) {
    this.records = records;
    this.document = document;
  }

  /** The number of the next posted invoice. */
  static String number(Records records) {
    return records.nextNumber("invoice", "", FIRST);
  }

  void post() {
    ObjectNode order = document.header();
    Posted posted = new Posted(records);
    ObjectNode invoice = posted.header(HEADERS, order, number(records));
    String date = records.today();
    invoice.set("orderId", order.path("id"));
    invoice.set("orderNumber", order.path("number"));
    invoice.put("customerPurchaseOrderReference", Records.text(order, "yourReference"));
    invoice.put("postingDate", Parcel.postingDate(order, records));
    invoice.put("invoiceDate", date).put("dueDate", DueDate.of(records, order, date));
    List<Line> amounts = new ArrayList<>(lines(posted, invoice));
    new RoundingLine(records, document).add(invoice, amounts);
    totals(records, invoice, amounts);
    if (document.lines().stream()
        .allMatch(l -> Handling.open(l, "invoicedQuantity").signum() == 0)) {
      document.remove();
    }
  }

  /** Stores the posted invoice with its totals and what the customer owes now. */
  static void totals(Records records, ObjectNode invoice, List<Line> amounts) {
    DocumentTotals.write(invoice, amounts);
    BigDecimal gross = Posting.gross(amounts);
    invoice.put("remainingAmount", gross).put("status", gross.signum() == 0 ? "Paid" : "Open");
    records.save(HEADERS, invoice);
    new CustomerLedger(records).invoice(invoice);
  }

  // Amounts of a part are computed from the part (totals.md rule 22).
  private List<Line> lines(Posted posted, ObjectNode invoice) {
    List<ObjectNode> lines = document.lines();
    List<BigDecimal> quantities = lines.stream().map(Invoicing::toInvoice).toList();
    if (quantities.stream().allMatch(quantity -> quantity.signum() == 0)) {
      throw Faults.nothingToPost();
    }
    Terms terms = document.terms();
    List<Line> amounts =
        Posting.posted(lines.stream().map(LineAmounts::read).toList(), quantities, terms);
    for (int i = 0; i < lines.size(); i++) {
      ObjectNode line = lines.get(i);
      BigDecimal quantity = quantities.get(i);
      if (quantity.signum() == 0 && Records.number(line, "quantity").signum() != 0) {
        continue;
      }
      ObjectNode copy = posted.line(LINES, line, invoice);
      copy.put("quantity", quantity).put("discountAmount", amounts.get(i).discount());
      ShownAmounts.write(copy, amounts.get(i), terms);
      records.save(LINES, copy);
      Shipment.invoiced(records, line, quantity);
      line.put("invoicedQuantity", Records.number(line, "invoicedQuantity").add(quantity));
      document.save(line);
    }
    return amounts;
  }

  private static BigDecimal toInvoice(ObjectNode line) {
    BigDecimal wanted = Records.number(line, "invoiceQuantity");
    BigDecimal shipped = Handling.uninvoiced(line);
    return wanted.abs().compareTo(shipped.abs()) > 0 ? shipped : wanted;
  }
}
