package dev.kontor.twin.businesscentral.companion;

import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.totals.VatRate;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** VAT rates by business and product group, with the calculation as the ERP calls it. */
final class VatPostingSetup {
  private VatPostingSetup() {}

  static View page() {
    return new View(
        Map.of("vatPercent", "percent", "vatIdentifier", "identifier"), VatPostingSetup::filled);
  }

  private static ObjectNode filled(ObjectNode row) {
    VatRate.Calculation stored = VatRate.Calculation.valueOf(Records.text(row, "calculation"));
    return row.put("vatCalculationType", calculation(stored));
  }

  private static String calculation(VatRate.Calculation calculation) {
    return switch (calculation) {
      case NORMAL -> "Normal_x0020_VAT";
      case REVERSE_CHARGE -> "Reverse_x0020_Charge_x0020_VAT";
      case FULL -> "Full_x0020_VAT";
    };
  }
}
