package dev.kontor.twin.businesscentral.sales;

import dev.kontor.twin.businesscentral.master.Stock;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.totals.Line;
import dev.kontor.twin.businesscentral.totals.Posting;
import dev.kontor.twin.businesscentral.totals.Terms;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A finance clerk corrects a posted invoice: it is cancelled and a new one is posted. */
public final class InvoiceCorrection {
  private static final String HEADERS = "salesInvoices";
  private static final String LINES = "salesInvoiceLines";

  private final Records records;

  public InvoiceCorrection(Records records) {
    this.records = records;
  }

  /**
   * Posts the new invoice, with lines {@code [{sequence, quantity?, unitPrice?}]} changed; throws
   * ODataFault when the old one cannot be cancelled.
   */
  public void correct(ObjectNode invoice, JsonNode changes) {
    new SalesCredit(records).cancel(invoice);
    Posted posted = new Posted(records);
    ObjectNode fresh = posted.header(HEADERS, invoice, Invoicing.number(records));
    fresh.put("postingDate", records.today()).put("invoiceDate", records.today());
    Terms terms = SalesDocument.terms(records, invoice);
    List<ObjectNode> rows = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    for (ObjectNode old : records.matching(LINES, "documentId", Records.text(invoice, "id"))) {
      ObjectNode row = posted.line(LINES, old, fresh);
      apply(row, changes);
      rows.add(row);
      lines.add(entered(LineAmounts.read(row), terms));
    }
    List<Line> amounts = Posting.released(lines, terms);
    for (int i = 0; i < rows.size(); i++) {
      store(fresh, rows.get(i), amounts.get(i), terms);
    }
    Invoicing.totals(records, fresh, amounts);
  }

  private static void apply(ObjectNode row, JsonNode changes) {
    for (JsonNode change : changes) {
      if (change.path("sequence").equals(row.path("sequence"))) {
        for (String field : List.of("quantity", "unitPrice")) {
          if (change.has(field)) {
            row.set(field, change.path(field));
          }
        }
      }
    }
  }

  private static Line entered(Line line, Terms terms) {
    return Line.byPercent(
        line.quantity(),
        line.unitPrice(),
        line.discountPercent(),
        line.vat(),
        line.allowInvoiceDiscount(),
        terms);
  }

  private void store(ObjectNode invoice, ObjectNode row, Line amounts, Terms terms) {
    row.put("discountAmount", amounts.discount());
    ShownAmounts.write(row, amounts, terms);
    records.save(LINES, row);
    if (Records.text(row, "lineType").equals("Item")) {
      String number = Records.text(invoice, "number");
      new Stock(records).sale(row, invoice, number, amounts.quantity());
    }
  }
}
