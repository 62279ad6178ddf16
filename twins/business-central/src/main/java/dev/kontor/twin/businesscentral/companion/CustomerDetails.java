package dev.kontor.twin.businesscentral.companion;

import dev.kontor.twin.businesscentral.finance.CustomerLedger;
import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.sales.ShippingAgents;
import dev.kontor.twin.kit.odata.Rules;
import java.math.BigDecimal;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Fields of customers that API v2.0 leaves out; writing them changes the customer. */
final class CustomerDetails implements Rules {
  private static final String SET = "customers";
  private static final Map<String, String> NAMES =
      Map.of(
          "vatBusinessPostingGroup", "_vatBusinessGroup",
          "generalBusinessPostingGroup", "_generalBusinessGroup",
          "customerPostingGroup", "_customerPostingGroup");

  private final Records records;

  CustomerDetails(Records records) {
    this.records = records;
  }

  @Override
  public ObjectNode shown(String scope, ObjectNode row) {
    CustomerLedger ledger = new CustomerLedger(records);
    String number = Records.text(row, "number");
    View.yes(View.renamed(row, NAMES), "allowLineDiscount");
    return row.put("balance", ledger.balance(number))
        .put("overdueBalance", ledger.overdue(number, records.today()))
        .put("outstandingOrders", outstanding(number));
  }

  private BigDecimal outstanding(String customer) {
    return records.matching("salesOrders", "billToCustomerNumber", customer).stream()
        .flatMap(
            order ->
                records
                    .matching("salesOrderLines", "documentId", Records.text(order, "id"))
                    .stream())
        .map(CustomerDetails::open)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  // The share of the line's amount that its pieces not yet shipped have.
  private static BigDecimal open(ObjectNode line) {
    BigDecimal quantity = Records.number(line, "quantity");
    if (quantity.signum() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal left = quantity.subtract(Records.number(line, "shippedQuantity"));
    return Records.number(line, "netAmountIncludingTax")
        .multiply(left)
        .divide(quantity, 2, java.math.RoundingMode.HALF_UP);
  }

  @Override
  public ObjectNode update(String scope, ObjectNode row, ObjectNode patch) {
    for (Map.Entry<String, JsonNode> field : patch.properties()) {
      check(row, patch, field.getKey(), field.getValue().asString(""));
      row.set(NAMES.getOrDefault(field.getKey(), field.getKey()), field.getValue());
    }
    if (patch.has("vatBusinessPostingGroup")) {
      String area =
          records
              .by("taxAreas", "code", Records.text(patch, "vatBusinessPostingGroup"))
              .map(group -> Records.text(group, "id"))
              .orElse(records.blankId());
      row.put("taxAreaId", area);
    }
    return records.save(SET, row);
  }

  private void check(ObjectNode row, ObjectNode patch, String field, String value) {
    if (value.isEmpty()) {
      return;
    }
    switch (field) {
      case "vatBusinessPostingGroup" ->
          require(
              "taxAreas", "code", value, "VAT Bus. Posting Group", "VAT Business Posting Group");
      case "locationCode" -> require("locations", "code", value, "Location Code", "Location");
      case "billToCustomerNumber" ->
          require(SET, "number", value, "Bill-to Customer No.", "Customer");
      case "shippingAgentCode" -> new ShippingAgents(records).requireAgent(value);
      case "shippingAgentServiceCode" ->
          new ShippingAgents(records)
              .requireService(
                  Records.text(patch.has("shippingAgentCode") ? patch : row, "shippingAgentCode"),
                  value);
      default -> {}
    }
  }

  private void require(String set, String key, String value, String field, String table) {
    if (records.by(set, key, value).isEmpty()) {
      throw Faults.relation(field, "Customer", value, table);
    }
  }
}
