package dev.kontor.connector.businesscentral.totals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Reads documents in the form of business-central/totals-examples.json. */
final class TotalsJson {

  private TotalsJson() {}

  static SalesDocument document(JsonNode json) {
    List<DocumentLine> lines = new ArrayList<>();
    json.path("lines").forEach(line -> lines.add(line(line)));
    JsonNode rounding = json.path("invoiceRounding");
    return new SalesDocument(
        json.path("pricesIncludingVAT").asBoolean(false),
        TotalsFields.number(json, "amountPrecision", SalesDocument.CENT),
        TotalsFields.direction(json.path("vatRounding")),
        TotalsFields.number(json, "vatBaseDiscountPct", BigDecimal.ZERO),
        TotalsFields.number(json, "invoiceDiscountAmount"),
        TotalsFields.number(json, "invoiceDiscountPct"),
        rounding.isObject() ? rounding(rounding) : null,
        TotalsFields.number(json, "currencyFactor"),
        lines);
  }

  private static SalesDocument.InvoiceRounding rounding(JsonNode json) {
    return new SalesDocument.InvoiceRounding(
        TotalsFields.required(json, "precision"),
        TotalsFields.direction(json.path("type")),
        TotalsFields.number(json, "vatPct", BigDecimal.ZERO));
  }

  private static DocumentLine line(JsonNode json) {
    BigDecimal percent = TotalsFields.required(json, "vatPct");
    return new DocumentLine(
        TotalsFields.required(json, "qty"),
        TotalsFields.required(json, "unitPrice"),
        percent,
        json.path("vatId").asString("VAT" + percent.stripTrailingZeros().toPlainString()),
        VatCalculation.valueOf(json.path("calc").asString("Normal").toUpperCase(Locale.ROOT)),
        TotalsFields.number(json, "lineDiscountPct"),
        TotalsFields.number(json, "lineDiscountAmount"),
        json.path("allowInvoiceDisc").asBoolean(true),
        TotalsFields.number(json, "qtyToInvoice"));
  }
}
