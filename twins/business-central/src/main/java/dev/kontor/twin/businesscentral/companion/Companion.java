package dev.kontor.twin.businesscentral.companion;

import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.sales.ShippingAgents;
import dev.kontor.twin.kit.odata.Rules;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** The pages of the companion app by entity set. */
public final class Companion {
  /** Route of the app's API below {@code /api/}. */
  public static final String ROUTE = "kontor/commerce/v1.0";

  private static final Map<String, String> CALCULATIONS =
      Map.of(
          "NORMAL", "Normal_x0020_VAT",
          "REVERSE_CHARGE", "Reverse_x0020_Charge_x0020_VAT",
          "FULL", "Full_x0020_VAT");
  private static final BigDecimal CENT = new BigDecimal("0.01");
  private static final BigDecimal UNIT_PRECISION = new BigDecimal("0.00001");

  private Companion() {}

  /** What each page does; sets without an entry are read-only tables. */
  public static Map<String, Rules> rules(Records records) {
    Map<String, Rules> rules = new HashMap<>();
    rules.put("pricingSetups", new PricingSetup(records));
    rules.put("stockByLocations", new StockByLocation(records));
    rules.put("stockCommitments", new StockCommitment(records));
    rules.put("customerDetails", new CustomerDetails(records));
    rules.put("shipToAddresses", new ShipToAddresses(records));
    rules.put("salesOrderDetails", new OrderDetails(records));
    rules.put("itemVariantOptions", new VariantOptions(records));
    views(records).forEach(rules::put);
    return rules;
  }

  private static Map<String, View> views(Records records) {
    return Map.of(
        "currencyPrecisions",
        view(Map.of("isoCode", "code"), Companion::precisions),
        "vatPostingSetups",
        view(
            Map.of("vatPercent", "percent", "vatIdentifier", "identifier"),
            row ->
                row.put(
                    "vatCalculationType",
                    CALCULATIONS.getOrDefault(Records.text(row, "calculation"), "NORMAL"))),
        "itemDetails",
        view(
            Map.of("description2", "displayName2", "vatProductPostingGroup", "taxGroupCode"),
            row -> View.usual(View.yes(row, "allowInvoiceDiscount"), "reserve", "Optional")),
        "itemVariantDetails",
        view(Map.of(), UnaryOperator.identity()),
        "itemCategoryNodes",
        view(Map.of("description", "displayName"), row -> indented(records, row)),
        "salesShipmentDetails",
        view(Map.of(), row -> tracked(records, row)),
        "salesShipmentLineDetails",
        view(
            Map.of(
                "documentNumber", "documentNo",
                "lineNumber", "sequence",
                "orderLineNumber", "sequence",
                "orderNumber", "_orderNumber"),
            row -> item(records, row)));
  }

  private static View view(Map<String, String> names, UnaryOperator<ObjectNode> filled) {
    return new View(names, filled);
  }

  private static ObjectNode precisions(ObjectNode row) {
    row.put("amountRoundingPrecision", positive(row, "_precision", CENT));
    return row.put("unitAmountRoundingPrecision", positive(row, "_unitPrecision", UNIT_PRECISION));
  }

  private static BigDecimal positive(ObjectNode row, String field, BigDecimal usual) {
    return Records.number(row, field).signum() > 0 ? Records.number(row, field) : usual;
  }

  private static ObjectNode indented(Records records, ObjectNode row) {
    int depth = 0;
    String parent = Records.text(row, "parentCode");
    while (!parent.isEmpty()) {
      depth++;
      parent =
          records
              .by("itemCategories", "code", parent)
              .map(category -> Records.text(category, "parentCode"))
              .orElse("");
    }
    return row.put("indentation", depth);
  }

  private static ObjectNode tracked(Records records, ObjectNode row) {
    ShippingAgents agents = new ShippingAgents(records);
    String agent = Records.text(row, "shippingAgentCode");
    row.put("shippingAgentName", agents.name(agent));
    return row.put(
        "trackingUrl", agents.trackingUrl(agent, Records.text(row, "packageTrackingNumber")));
  }

  private static ObjectNode item(Records records, ObjectNode row) {
    boolean item = Records.text(row, "lineType").equals("Item");
    row.put("itemNumber", item ? Records.text(row, "lineObjectNumber") : "");
    return row.put(
        "variantCode", records.codeOf("itemVariants", Records.text(row, "itemVariantId")));
  }
}
