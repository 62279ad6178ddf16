package dev.kontor.connector.financeoperations.pricing;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The {@code params} of a case. */
final class CaseParameters {

  private static final BigDecimal CENT = new BigDecimal("0.01");

  static final Map<String, Relation> RELATIONS =
      Map.of(
          "Price", Relation.PRICE,
          "LineDisc", Relation.LINE_DISCOUNT,
          "MultilineDisc", Relation.MULTILINE_DISCOUNT,
          "TotalDisc", Relation.TOTAL_DISCOUNT);

  static final Map<String, TableGroupAll> CODES = CaseFields.words(TableGroupAll.class);

  private static final Map<String, LineMultiline> COMBINED =
      Map.of(
          "Line", LineMultiline.LINE,
          "Multiline", LineMultiline.MULTILINE,
          "Max(Line,Multiline)", LineMultiline.MAX,
          "Min(Line,Multiline)", LineMultiline.MIN,
          "Line+Multiline", LineMultiline.LINE_PLUS_MULTILINE,
          "Line*Multiline", LineMultiline.LINE_TIMES_MULTILINE);

  private CaseParameters() {}

  static PriceParameters of(CaseFields params) {
    PriceParameters parameters =
        new PriceParameters(
            params.text("accounting_currency"),
            params.text("generic_currency", ""),
            params.constant("date_type", DateType.TODAY),
            params.oneOf("line_multiline", COMBINED),
            activated(params),
            dimensions(params),
            rates(params.objectOrEmpty("rates")),
            params.decimal("amount_precision", CENT),
            params.decimal("price_precision", CENT),
            switches(params));
    params.nothingElse();
    return parameters;
  }

  private static Set<Activation> activated(CaseFields params) {
    JsonNode value = params.any("activated");
    if (value.asString("").equals("all")) {
      return Activation.all();
    }
    Set<Activation> activated = new HashSet<>();
    for (JsonNode entry : value) {
      Relation relation = RELATIONS.get(entry.path(0).asString(""));
      TableGroupAll account = CODES.get(entry.path(1).asString(""));
      TableGroupAll item = CODES.get(entry.path(2).asString(""));
      if (relation == null || account == null || item == null) {
        throw params.problem(
            "activated", "has " + entry, "write entries like [\"Price\",\"Table\",\"Table\"]");
      }
      activated.add(new Activation(relation, new Combination(account, item)));
    }
    if (!value.isArray()) {
      throw params.problem("activated", "is " + value, "write \"all\" or a list of combinations");
    }
    return activated;
  }

  private static Set<Dimension> dimensions(CaseFields params) {
    Set<Dimension> dimensions = new HashSet<>();
    for (JsonNode name : params.list("price_dims")) {
      switch (name.asString("")) {
        case "site" -> dimensions.add(Dimension.SITE);
        case "warehouse" -> dimensions.add(Dimension.WAREHOUSE);
        default ->
            throw params.problem("price_dims", "has " + name, "write site, warehouse or none");
      }
    }
    return dimensions;
  }

  private static ExchangeRates rates(CaseFields rates) {
    Map<String, BigDecimal> values = new HashMap<>();
    rates.names().forEach(pair -> values.put(pair, rates.decimal(pair)));
    return new ExchangeRates(values);
  }

  private static Switches switches(CaseFields params) {
    Switches otherwise = Switches.DEFAULT;
    return new Switches(
        params.constant("row_order", otherwise.rowOrder()),
        params.constant("zero_price", otherwise.zeroPrice()),
        params.constant("to_quantity", otherwise.toQuantity()),
        params.constant("generic_currency_prices", otherwise.genericCurrencyPrices()),
        params.constant("unit_fallback", otherwise.unitFallback()),
        params.constant("base_price_unit", otherwise.basePriceUnit()),
        params.constant("unit_charges", otherwise.unitCharges()),
        params.constant("dimension_order", otherwise.dimensionOrder()),
        params.constant("discount_sum", otherwise.discountSum()),
        params.constant("discount_currency", otherwise.discountCurrency()),
        params.constant("amount_and_percent", otherwise.amountAndPercent()),
        params.constant("sole_discount", otherwise.soleDiscount()),
        params.constant("grouped_lines", otherwise.groupedLines()),
        params.constant("multiline_units", otherwise.multilineUnits()),
        params.constant("order_stage", otherwise.orderStage()));
  }
}
