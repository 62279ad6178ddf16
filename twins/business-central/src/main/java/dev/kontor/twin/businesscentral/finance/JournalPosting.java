package dev.kontor.twin.businesscentral.finance;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Posts all payments of a journal, or none; posted lines leave the journal. */
final class JournalPosting {
  private static final String LINES = "customerPayments";

  private final Records records;
  private final ObjectNode journal;

  JournalPosting(Records records, ObjectNode journal) {
    this.records = records;
    this.journal = journal;
  }

  /** Throws ODataFault when there is nothing to post or a line cannot be. */
  void post() {
    List<ObjectNode> lines = records.matching(LINES, "journalId", Records.text(journal, "id"));
    if (lines.isEmpty()) {
      throw Faults.nothingToPost();
    }
    lines.forEach(this::check);
    CustomerLedger ledger = new CustomerLedger(records);
    for (ObjectNode line : lines) {
      ledger.payment(
          Records.text(line, "documentNumber"),
          Records.text(line, "customerNumber"),
          Records.number(line, "amount"),
          Records.text(line, "postingDate"),
          Records.text(line, "appliesToInvoiceNumber"));
      records.save("_payments", line.deepCopy().put("id", Records.text(line, "id")));
      records.remove(LINES, Records.text(line, "id"));
    }
    records.commit();
  }

  private void check(ObjectNode line) {
    String named =
        "Gen. Journal Line: Journal Template Name=%s, Journal Batch Name=%s, Line No.=%s."
            .formatted(
                Records.text(journal, "templateDisplayName"),
                Records.text(journal, "code"),
                line.path("lineNumber").asInt());
    BigDecimal amount = Records.number(line, "amount");
    if (Records.text(line, "customerNumber").isEmpty()) {
      throw Faults.testField("Account No. must have a value in " + named);
    }
    if (amount.signum() > 0) {
      throw Faults.testField("Amount must be negative in " + named);
    }
    if (amount.signum() == 0) {
      throw Faults.testField(
          "Amount must have a value in " + named + " It cannot be zero or empty.");
    }
    if (Records.text(journal, "balancingAccountNumber").isEmpty()) {
      throw Faults.dialog(
          "The lines in Gen. Journal Line are out of balance by %s."
              .formatted(amount.toPlainString()));
    }
    String invoice = Records.text(line, "appliesToInvoiceNumber");
    boolean open =
        records
            .by("salesInvoices", "number", invoice)
            .filter(row -> Records.number(row, "remainingAmount").signum() > 0)
            .filter(row -> row.path("billToCustomerNumber").equals(line.path("customerNumber")))
            .isPresent();
    if (!invoice.isEmpty() && !open) {
      throw Faults.dialog(
          "There is no Cust. Ledger Entry within the filter. Filters: Document Type: Invoice, Document No.: %s, Customer No.: %s, Open: Yes"
              .formatted(invoice, Records.text(line, "customerNumber")));
    }
  }
}
