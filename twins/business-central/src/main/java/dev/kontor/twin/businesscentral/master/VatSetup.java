package dev.kontor.twin.businesscentral.master;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.totals.VatRate;
import dev.kontor.twin.kit.Ids;
import dev.kontor.twin.kit.Json;
import tools.jackson.databind.node.ObjectNode;

/** The matrix VAT business posting group × VAT product posting group. */
public final class VatSetup {
  private static final String SET = "_vatPostingSetup";

  private final Records records;

  public VatSetup(Records records) {
    this.records = records;
  }

  /** Throws ODataFault when the combination is not set up. */
  public VatRate rate(String business, String product) {
    ObjectNode setup =
        records
            .byId(SET, id(business, product))
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

  /** Adds or changes a combination. */
  public void set(String business, String product, VatRate rate, boolean blocked) {
    String id = id(business, product);
    ObjectNode row = records.byId(SET, id).orElseGet(() -> Json.object().put("id", id));
    records.save(
        SET,
        row.put("vatBusinessPostingGroup", business)
            .put("vatProductPostingGroup", product)
            .put("percent", rate.percent())
            .put("identifier", rate.identifier())
            .put("calculation", rate.calculation().name())
            .put("blocked", blocked));
  }

  /** Takes a combination away. */
  public void remove(String business, String product) {
    records.remove(SET, id(business, product));
  }

  private static String id(String business, String product) {
    return Ids.guid("vat/" + business + "/" + product);
  }
}
