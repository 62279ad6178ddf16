package dev.kontor.connector.businesscentral.totals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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
        or(number(json, "amountPrecision"), SalesDocument.CENT),
        direction(json.path("vatRounding")),
        or(number(json, "vatBaseDiscountPct"), BigDecimal.ZERO),
        number(json, "invoiceDiscountAmount"),
        number(json, "invoiceDiscountPct"),
        rounding.isObject() ? rounding(rounding) : null,
        number(json, "currencyFactor"),
        lines);
  }

  private static SalesDocument.InvoiceRounding rounding(JsonNode json) {
    return new SalesDocument.InvoiceRounding(
        required(json, "precision"),
        direction(json.path("type")),
        or(number(json, "vatPct"), BigDecimal.ZERO));
  }

  private static DocumentLine line(JsonNode json) {
    BigDecimal percent = required(json, "vatPct");
    return new DocumentLine(
        required(json, "qty"),
        required(json, "unitPrice"),
        percent,
        json.path("vatId").asString("VAT" + percent.stripTrailingZeros().toPlainString()),
        VatCalculation.valueOf(json.path("calc").asString("Normal").toUpperCase(Locale.ROOT)),
        number(json, "lineDiscountPct"),
        number(json, "lineDiscountAmount"),
        json.path("allowInvoiceDisc").asBoolean(true),
        number(json, "qtyToInvoice"));
  }

  static @Nullable BigDecimal number(JsonNode json, String name) {
    JsonNode value = json.path(name);
    if (value.isNumber()) {
      return value.decimalValue();
    }
    return value.isString() ? new BigDecimal(value.asString()) : null;
  }

  private static BigDecimal required(JsonNode json, String name) {
    BigDecimal value = number(json, name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing; give it as a decimal string");
    }
    return value;
  }

  private static BigDecimal or(@Nullable BigDecimal value, BigDecimal otherwise) {
    return value == null ? otherwise : value;
  }

  private static Rounding direction(JsonNode json) {
    return Rounding.valueOf(json.asString("Nearest").toUpperCase(Locale.ROOT));
  }
}
