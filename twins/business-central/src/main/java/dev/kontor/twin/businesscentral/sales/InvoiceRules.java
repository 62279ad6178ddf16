package dev.kontor.twin.businesscentral.sales;

import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.odata.ODataFault;
import dev.kontor.twin.kit.odata.Problem;
import dev.kontor.twin.kit.odata.Rules;
import java.util.Locale;
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
    switch (action.toLowerCase(Locale.ROOT)) {
      case "cancel" -> credit.cancel(row);
      case "makecorrectivecreditmemo" -> credit.corrective(row);
      default ->
          throw ODataFault.of(
              Problem.ACTION_UNKNOWN, "The action '" + action + "' is not supported.");
    }
    return Answer.empty(204);
  }
}
