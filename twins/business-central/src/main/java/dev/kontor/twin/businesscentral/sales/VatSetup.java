package dev.kontor.twin.businesscentral.sales;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.totals.VatRate;
import tools.jackson.databind.node.ObjectNode;

/** The matrix VAT business posting group × VAT product posting group. */
final class VatSetup {
  private final Records records;

  VatSetup(Records records) {
    this.records = records;
  }

  /** Throws ODataFault when the combination is not set up. */
  VatRate rate(String business, String product) {
    ObjectNode setup =
        records
            .byId("_vatPostingSetup", business + "/" + product)
            .orElseThrow(
                () ->
                    Faults.noRecord(
                        "VAT Posting Setup",
                        "VAT Bus. Posting Group='%s',VAT Prod. Posting Group='%s'"
                            .formatted(business, product)));
    return new VatRate(
        Records.text(setup, "identifier"),
        Records.number(setup, "percent"),
        VatRate.Calculation.valueOf(Records.text(setup, "calculation")));
  }
}
