package dev.kontor.twin.businesscentral.sales;

import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.totals.Line;
import dev.kontor.twin.businesscentral.totals.Terms;
import dev.kontor.twin.businesscentral.totals.VatRate;
import java.math.BigDecimal;
import java.math.MathContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Between a stored line and its amounts. */
final class LineAmounts {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

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

  static void write(ObjectNode line, Line amounts, Terms terms) {
    BigDecimal factor =
        BigDecimal.ONE.add(amounts.vat().salesPercent().divide(HUNDRED, MathContext.DECIMAL64));
    boolean including = terms.pricesIncludeVat();
    BigDecimal excluding =
        including
            ? terms.round(amounts.lineAmount().divide(factor, MathContext.DECIMAL64))
            : amounts.lineAmount();
    BigDecimal gross =
        including ? amounts.lineAmount() : terms.round(amounts.lineAmount().multiply(factor));
    boolean discounted = amounts.invoiceDiscount().signum() != 0;
    BigDecimal shownNet = discounted ? excluding : amounts.net();
    BigDecimal shownGross = discounted ? gross : amounts.gross();
    line.put("_lineAmount", amounts.lineAmount())
        .put("_invoiceDiscount", amounts.invoiceDiscount())
        .put("invoiceDiscountAllocation", shownNet.subtract(amounts.net()))
        .put("amountExcludingTax", shownNet)
        .put("totalTaxAmount", shownGross.subtract(shownNet))
        .put("amountIncludingTax", shownGross)
        .put("netAmount", amounts.net())
        .put("netTaxAmount", amounts.tax())
        .put("netAmountIncludingTax", amounts.gross());
  }
}
