package dev.kontor.twin.businesscentral.finance;

import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.kit.odata.Rules;
import tools.jackson.databind.node.ObjectNode;

/** Balance, sales and overdue amount of a customer, summed from the ledger at each read. */
public final class FinancialDetails implements Rules {
  private final Records records;

  public FinancialDetails(Records records) {
    this.records = records;
  }

  @Override
  public ObjectNode shown(String scope, ObjectNode row) {
    CustomerLedger ledger = new CustomerLedger(records);
    String number = Records.text(row, "number");
    return row.put("balance", ledger.balance(number))
        .put("totalSalesExcludingTax", ledger.sales(number))
        .put("overdueAmount", ledger.overdue(number, records.today()));
  }
}
