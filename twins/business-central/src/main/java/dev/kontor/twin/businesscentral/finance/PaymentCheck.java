package dev.kontor.twin.businesscentral.finance;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/** What posting a journal asks of each payment in it. */
record PaymentCheck(Records records, ObjectNode journal) {

  /** Throws ODataFault for a line that cannot be posted. */
  void check(ObjectNode line) {
    if (Records.text(line, "customerNumber").isEmpty()) {
      throw Faults.testField("Account No. must have a value in " + named(line));
    }
    amount(line, Records.number(line, "amount"));
    String invoice = Records.text(line, "appliesToInvoiceNumber");
    if (!invoice.isEmpty() && !isOpen(invoice, line)) {
      throw Faults.dialog(
          "There is no Cust. Ledger Entry within the filter. Filters: Document Type: Invoice, Document No.: %s, Customer No.: %s, Open: Yes"
              .formatted(invoice, Records.text(line, "customerNumber")));
    }
    currency(line, invoice);
  }

  /** A line has the currency of its customer, as nothing else can be stated. */
  private void currency(ObjectNode line, String invoice) {
    String currency = Records.text(line, "_currencyCode");
    boolean other =
        records
            .by("salesInvoices", "number", invoice)
            .filter(row -> !Records.text(row, "currencyCode").equals(currency))
            .isPresent();
    if (other) {
      throw Faults.dialog("All entries in one application must be in the same currency.");
    }
  }

  private void amount(ObjectNode line, BigDecimal amount) {
    if (amount.signum() > 0) {
      throw Faults.testField("Amount must be negative in " + named(line));
    }
    if (amount.signum() == 0) {
      throw Faults.testField(
          "Amount must have a value in " + named(line) + " It cannot be zero or empty.");
    }
    if (Records.text(journal, "balancingAccountNumber").isEmpty()) {
      throw Faults.dialog(
          "The lines in Gen. Journal Line are out of balance by " + amount.toPlainString() + ".");
    }
  }

  private boolean isOpen(String invoice, ObjectNode line) {
    return records
        .by("salesInvoices", "number", invoice)
        .filter(row -> Records.number(row, "remainingAmount").signum() > 0)
        .filter(row -> row.path("billToCustomerNumber").equals(line.path("customerNumber")))
        .isPresent();
  }

  private String named(ObjectNode line) {
    return "Gen. Journal Line: Journal Template Name=%s, Journal Batch Name=%s, Line No.=%s."
        .formatted(
            Records.text(journal, "templateDisplayName"),
            Records.text(journal, "code"),
            line.path("lineNumber").asInt());
  }
}
