package dev.kontor.twin.businesscentral.sales;

import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.totals.Line;
import dev.kontor.twin.businesscentral.totals.VatRate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The amounts and the VAT rate of a stored line. */
final class LineAmounts {
  private LineAmounts() {}

  static Line read(JsonNode line) {
    return new Line(
        Records.number(line, "quantity"),
        Records.number(line, "unitPrice"),
        Records.number(line, "discountAmount"),
        Records.number(line, "discountPercent"),
        rate(line),
        line.path("_allowInvoiceDiscount").asBoolean(true),
        Records.number(line, "_lineAmount"),
        Records.number(line, "_invoiceDiscount"),
        Records.number(line, "netAmount"),
        Records.number(line, "netAmountIncludingTax"));
  }

  private static VatRate rate(JsonNode line) {
    String calculation = line.path("_vatCalculation").asString("NORMAL");
    return new VatRate(
        Records.text(line, "_vatIdentifier"),
        Records.number(line, "_vatPercent"),
        VatRate.Calculation.valueOf(calculation));
  }

  static void setRate(ObjectNode line, VatRate rate) {
    line.put("_vatIdentifier", rate.identifier())
        .put("_vatPercent", rate.percent())
        .put("_vatCalculation", rate.calculation().name())
        .put("taxPercent", rate.salesPercent());
  }
}
