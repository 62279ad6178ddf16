package dev.kontor.twin.businesscentral.companion;

import dev.kontor.twin.businesscentral.finance.CustomerLedger;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.records.Relations;
import dev.kontor.twin.businesscentral.sales.ShippingAgents;
import dev.kontor.twin.kit.odata.Rules;
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
  private final Relations relations;

  CustomerDetails(Records records) {
    this.records = records;
    this.relations = new Relations(records, "Customer");
  }

  @Override
  public ObjectNode shown(String scope, ObjectNode row) {
    CustomerLedger ledger = new CustomerLedger(records);
    String number = Records.text(row, "number");
    View.yes(View.renamed(row, NAMES), "allowLineDiscount");
    return row.put("balance", ledger.balance(number))
        .put("overdueBalance", ledger.overdue(number, records.today()))
        .put("outstandingOrders", OutstandingOrders.amount(records, number));
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
          relations.require(
              "taxAreas", "code", value, "VAT Bus. Posting Group", "VAT Business Posting Group");
      case "locationCode" ->
          relations.require("locations", "code", value, "Location Code", "Location");
      case "billToCustomerNumber" ->
          relations.require(SET, "number", value, "Bill-to Customer No.", "Customer");
      case "shippingAgentCode" -> new ShippingAgents(records).requireAgent(value);
      case "shippingAgentServiceCode" ->
          new ShippingAgents(records)
              .requireService(
                  Records.text(patch.has("shippingAgentCode") ? patch : row, "shippingAgentCode"),
                  value);
      default -> {}
    }
  }
}
