package dev.kontor.twin.businesscentral.master;

import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.kit.odata.Rules;
import dev.kontor.twin.kit.odata.Schema;
import tools.jackson.databind.node.ObjectNode;

/** Ledger entries with location as the Power BI app shows them, without variant (§8 (a)). */
public final class LedgerEntryAnalytics implements Rules {
  public static final Schema SCHEMA =
      Schema.parse(
          """
          itemLedgerEntries itemLedgerEntry
            entryNo int32 ro
            entryType string ro
            sourceNo string(20) ro
            documentNo string(20) ro
            postingDate date ro
            itemNo string(20) ro
            locationCode string(10) ro
            quantity decimal ro
            remainingQuantity decimal ro
            open boolean ro
            positive boolean ro
          """);

  @Override
  public ObjectNode shown(String scope, ObjectNode row) {
    boolean positive = Records.number(row, "quantity").signum() > 0;
    row.set("entryNo", row.path("entryNumber"));
    row.set("sourceNo", row.path("sourceNumber"));
    row.set("documentNo", row.path("documentNumber"));
    row.set("itemNo", row.path("itemNumber"));
    row.set("locationCode", row.path("_location"));
    // Applied costs are not simulated: each entry stays open with its whole quantity.
    row.set("remainingQuantity", row.path("quantity"));
    return row.put("open", true).put("positive", positive);
  }
}
