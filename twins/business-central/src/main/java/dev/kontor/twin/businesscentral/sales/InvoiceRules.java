package dev.kontor.twin.businesscentral.sales;

import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.odata.Rules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Posted invoices: read-only, but they can be cancelled or corrected by a credit memo. */
public final class InvoiceRules implements Rules {
  private final Records records;

  public InvoiceRules(Records records) {
    this.records = records;
  }

  @Override
  public Answer act(String scope, ObjectNode row, String action, JsonNode parameters) {
    SalesCredit credit = new SalesCredit(records);
    switch (action) {
      case "cancel" -> credit.cancel(row);
      case "makeCorrectiveCreditMemo" -> credit.corrective(row);
      default -> throw Rules.unknownAction(action);
    }
    return Answer.empty(204);
  }
}
