package dev.kontor.twin.businesscentral.sales;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.odata.Rules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sales credit memos: drafts that people edit, and posted ones that keep their id. */
public final class CreditMemoRules implements Rules {
  private static final long FIRST_NUMBER = 1_000;

  private final Records records;
  private final SalesHeader header;

  public CreditMemoRules(Records records) {
    this.records = records;
    this.header = new SalesHeader(records, DocumentKind.CREDIT_MEMO);
  }

  @Override
  public ObjectNode insert(String scope, ObjectNode body) {
    ObjectNode row = header.begun(body, draftNumber(records));
    row.put("creditMemoDate", records.today()).put("dueDate", records.today());
    appliesTo(row, body);
    records.save(DocumentKind.CREDIT_MEMO.headers(), row);
    return header.written(row, body);
  }

  /** The next number of a draft. */
  static String draftNumber(Records records) {
    return records.nextNumber("draftCreditMemo", "", FIRST_NUMBER);
  }

  @Override
  public ObjectNode update(String scope, ObjectNode row, ObjectNode patch) {
    appliesTo(row, patch);
    records.save(DocumentKind.CREDIT_MEMO.headers(), row);
    return header.changed(row, patch);
  }

  /** Takes the invoice out of the body; throws ODataFault when there is no such invoice. */
  private void appliesTo(ObjectNode row, ObjectNode body) {
    String id = Records.text(body, "invoiceId");
    String number = Records.text(body, "invoiceNumber");
    if (body.has("invoiceId") && Records.isBlankId(id)) {
      row.put("invoiceId", records.blankId()).put("invoiceNumber", "");
    } else if (body.has("invoiceId")) {
      ObjectNode invoice =
          records
              .byId("salesInvoices", id)
              .orElseThrow(() -> Faults.dialog("The \"invoiceId\" does not match to an Invoice."));
      if (!number.isEmpty() && !number.equals(Records.text(invoice, "number"))) {
        throw Faults.dialog(
            "The \"invoiceId\" and \"invoiceNumber\" do not match to a specific Invoice.");
      }
      point(row, invoice);
    } else if (!number.isEmpty()) {
      point(
          row,
          records
              .by("salesInvoices", "number", number)
              .orElseThrow(
                  () ->
                      Faults.relation(
                          "Applies-to Doc. No.", "Sales Header", number, "Cust. Ledger Entry")));
    }
    body.remove("invoiceId");
    body.remove("invoiceNumber");
  }

  private static void point(ObjectNode row, ObjectNode invoice) {
    row.set("invoiceId", invoice.path("id"));
    row.set("invoiceNumber", invoice.path("number"));
  }

  @Override
  public void delete(String scope, ObjectNode row) {
    SalesDocument document =
        SalesDocument.load(records, DocumentKind.CREDIT_MEMO, Records.text(row, "id"));
    document.requireUnposted();
    document.remove();
  }

  @Override
  public Answer act(String scope, ObjectNode row, String action, JsonNode parameters) {
    SalesCredit credit = new SalesCredit(records);
    switch (action) {
      case "post" -> credit.post(Records.text(row, "id"));
      case "cancel" -> credit.cancelMemo(row);
      default -> throw Rules.unknownAction(action);
    }
    return Answer.empty(204);
  }
}
