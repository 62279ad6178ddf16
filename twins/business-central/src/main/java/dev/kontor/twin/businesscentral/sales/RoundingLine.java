package dev.kontor.twin.businesscentral.sales;

import dev.kontor.twin.businesscentral.master.VatSetup;
import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.totals.Line;
import dev.kontor.twin.businesscentral.totals.Posting;
import dev.kontor.twin.businesscentral.totals.Terms;
import dev.kontor.twin.businesscentral.totals.VatRate;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The extra invoice line of invoice rounding, when the company has it on (totals.md rule 24). */
final class RoundingLine {
  private final Records records;
  private final SalesDocument document;

  RoundingLine(Records records, SalesDocument document) {
    this.records = records;
    this.document = document;
  }

  void add(ObjectNode invoice, List<Line> amounts) {
    JsonNode setting = records.setting("invoiceRounding");
    if (!setting.isObject()) {
      return;
    }
    Terms terms = document.terms();
    ObjectNode account = account(Records.text(setting, "account"));
    VatRate rate =
        new VatSetup(records)
            .rate(
                Records.text(document.header(), "_vatBusinessGroup"),
                Records.text(account, "_vatProductGroup"));
    Line line =
        Posting.invoiceRounding(
            List.copyOf(amounts), Records.number(setting, "precision"), rate, terms);
    if (line.gross().signum() != 0) {
      store(invoice, account, line, terms);
      amounts.add(line);
    }
  }

  private ObjectNode account(String number) {
    return records
        .by("accounts", "number", number)
        .orElseThrow(
            () -> Faults.mustHaveValue("Invoice Rounding Account", "Customer Posting Group", ""));
  }

  private void store(ObjectNode invoice, ObjectNode account, Line line, Terms terms) {
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
    LineAmounts.setRate(row, line.vat());
    ShownAmounts.write(row, line, terms);
    records.save("salesInvoiceLines", row);
  }
}
