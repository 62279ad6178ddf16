package dev.kontor.connector.financeoperations.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads a case in the form of finance-operations/pricing-examples.json. */
record OrderCase(SalesOrder order, AgreementBook book, PriceParameters parameters) {

  /**
   * @throws IllegalArgumentException naming the field that is missing or cannot be understood
   */
  static OrderCase of(JsonNode example) {
    CaseFields fields = new CaseFields("", example);
    return new OrderCase(
        order(fields.object("order"), customer(fields.object("customer"))),
        new AgreementBook(agreements(fields), products(fields.object("items"))),
        CaseParameters.of(fields.object("params")));
  }

  private static PricingCustomer customer(CaseFields customer) {
    PricingCustomer read =
        new PricingCustomer(
            customer.text("account"),
            customer.text("price_group"),
            customer.text("line_group"),
            customer.text("multi_group"),
            customer.text("total_group"));
    customer.nothingElse();
    return read;
  }

  private static List<ReleasedProduct> products(CaseFields items) {
    return items.names().stream().map(no -> product(no, items.object(no))).toList();
  }

  private static ReleasedProduct product(String itemNumber, CaseFields item) {
    CaseFields factors = item.objectOrEmpty("unit_factors");
    Map<String, BigDecimal> unitFactors = new HashMap<>();
    factors.names().forEach(unit -> unitFactors.put(unit, factors.decimal(unit)));
    ReleasedProduct product =
        new ReleasedProduct(
            itemNumber,
            item.decimal("price"),
            item.decimal("price_unit"),
            item.text("unit"),
            item.text("line_group"),
            item.text("multi_group"),
            item.flag("in_total", false),
            unitFactors);
    item.nothingElse();
    return product;
  }

  private static SalesOrder order(CaseFields order, PricingCustomer customer) {
    List<OrderLine> lines = new ArrayList<>();
    for (JsonNode json : order.list("lines")) {
      lines.add(line(new CaseFields("order.lines[" + lines.size() + "]", json)));
    }
    SalesOrder read =
        new SalesOrder(
            customer,
            order.text("currency"),
            order.date("date"),
            order.dateOrNull("ship_date"),
            order.dateOrNull("receipt_date"),
            lines);
    order.nothingElse();
    return read;
  }

  private static OrderLine line(CaseFields line) {
    OrderLine read =
        new OrderLine(line.text("item"), line.decimal("qty"), line.text("unit"), dimensions(line));
    line.nothingElse();
    return read;
  }

  private static Map<Dimension, String> dimensions(CaseFields fields) {
    Map<Dimension, String> dimensions = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      String value = fields.text(dimension.name().toLowerCase(Locale.ROOT), "");
      if (!value.isEmpty()) {
        dimensions.put(dimension, value);
      }
    }
    return dimensions;
  }

  private static List<TradeAgreement> agreements(CaseFields fields) {
    List<TradeAgreement> agreements = new ArrayList<>();
    for (JsonNode json : fields.list("agreements")) {
      String path = "agreements[" + agreements.size() + "]";
      agreements.add(agreement(new CaseFields(path, json), String.valueOf(agreements.size() + 1)));
    }
    return agreements;
  }

  private static TradeAgreement agreement(CaseFields row, String number) {
    TradeAgreement agreement =
        new TradeAgreement(
            row.text("id", number),
            row.oneOf("relation", CaseParameters.RELATIONS),
            new Assignment(row.oneOf("account_code", CaseParameters.CODES), row.text("account")),
            new Assignment(row.oneOf("item_code", CaseParameters.CODES), row.text("item")),
            dimensions(row),
            row.text("currency"),
            row.flag("generic", false),
            row.text("unit"),
            new QuantityRange(
                row.decimal("from", BigDecimal.ZERO), row.decimal("to", BigDecimal.ZERO)),
            new Validity(row.dateOrNull("from_date"), row.dateOrNull("to_date")),
            row.flag("find_next", true),
            terms(row));
    row.nothingElse();
    return agreement;
  }

  private static AgreementTerms terms(CaseFields row) {
    return new AgreementTerms(
        row.decimal("amount", BigDecimal.ZERO),
        row.decimal("price_unit", BigDecimal.ONE),
        row.decimal("percent1", BigDecimal.ZERO),
        row.decimal("percent2", BigDecimal.ZERO),
        row.decimal("charges", BigDecimal.ZERO),
        row.flag("charges_in_unit_price", false));
  }
}
