package dev.kontor.connector.businesscentral;

import dev.kontor.connector.businesscentral.totals.VatCalculation;
import java.math.BigDecimal;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * One cell of VAT Posting Setup: of a tax area (VAT business posting group) and a tax group (VAT
 * product posting group).
 *
 * @param rate percent as set up, also for reverse charge
 */
record VatEntry(String group, BigDecimal rate, String identifier, VatCalculation calculation) {

  /**
   * @param json {@code {rate, identifier, calculation}}
   */
  static VatEntry of(String group, JsonNode json) {
    String calculation = Json.text(json, "calculation", "normal").toUpperCase(Locale.ROOT);
    return new VatEntry(
        group,
        Json.number(json, "rate"),
        Json.text(json, "identifier", group),
        VatCalculation.valueOf(calculation));
  }

  /** What a sale is charged: nothing under reverse charge. */
  BigDecimal charged() {
    return calculation == VatCalculation.REVERSE ? BigDecimal.ZERO : rate;
  }
}
