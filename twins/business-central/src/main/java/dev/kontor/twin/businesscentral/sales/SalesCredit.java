package dev.kontor.twin.businesscentral.sales;

import dev.kontor.twin.businesscentral.master.Stock;
import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/**
 * Cancels a posted invoice: a corrective credit memo over all of it is posted, the goods come back
 * and nothing remains to be paid (behaviours.md §8).
 */
public final class SalesCredit {
  private static final String INVOICES = "salesInvoices";
  private static final String MEMOS = "salesCreditMemos";
  private static final String MEMO_LINES = "salesCreditMemoLines";
  private static final long FIRST_MEMO = 104_000;

  private final Records records;

  public SalesCredit(Records records) {
    this.records = records;
  }

  /** Throws ODataFault when the invoice has been cancelled before. */
  public void cancel(ObjectNode invoice) {
    if (!Records.text(invoice, "status").equals("Open")) {
      throw Faults.dialog(
          "You cannot cancel this posted sales invoice because it has already been cancelled.");
    }
    ObjectNode memo = shared(MEMOS, invoice);
    memo.put("number", records.nextNumber("creditMemo", "", FIRST_MEMO))
        .put("creditMemoDate", records.today())
        .put("postingDate", records.today())
        .put("status", "Corrective");
    memo.set("invoiceId", invoice.path("id"));
    memo.set("invoiceNumber", invoice.path("number"));
    records.save(MEMOS, memo);
    records
        .matching("salesInvoiceLines", "documentId", Records.text(invoice, "id"))
        .forEach(line -> credit(line, memo));
    invoice.put("status", "Canceled").put("remainingAmount", BigDecimal.ZERO);
    records.save(INVOICES, invoice);
  }

  private void credit(ObjectNode line, ObjectNode memo) {
    ObjectNode row = shared(MEMO_LINES, line);
    row.set("documentId", memo.path("id"));
    records.save(MEMO_LINES, row);
    if (Records.text(line, "lineType").equals("Item")) {
      new Stock(records).returned(line, memo, Records.number(line, "quantity"));
    }
  }

  /** A fresh row with the values of all columns that both tables have. */
  private ObjectNode shared(String set, ObjectNode from) {
    ObjectNode row = records.create(set);
    String id = Records.text(row, "id");
    from.properties().stream()
        .filter(field -> row.has(field.getKey()))
        .forEach(field -> row.set(field.getKey(), field.getValue()));
    return row.put("id", id);
  }
}
