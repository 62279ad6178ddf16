package dev.kontor.twin.businesscentral.companion;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.sales.SalesPosting;
import dev.kontor.twin.businesscentral.sales.ShippingAgents;
import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.odata.Rules;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Fields and actions of open orders that API v2.0 leaves out. */
final class OrderDetails implements Rules {
  private static final String SET = "salesOrders";
  private static final Set<String> ONLY_OPEN =
      Set.of("shippingAgentCode", "shippingAgentServiceCode", "locationCode");

  private final Records records;

  OrderDetails(Records records) {
    this.records = records;
  }

  @Override
  public ObjectNode shown(String scope, ObjectNode row) {
    View.usual(row, "reserve", "Optional");
    row.put("completelyShipped", row.path("fullyShipped").asBoolean());
    return row.put("released", Records.text(row, "status").equals("Open"));
  }

  @Override
  public ObjectNode update(String scope, ObjectNode row, ObjectNode patch) {
    if (patch.propertyNames().stream().anyMatch(ONLY_OPEN::contains)) {
      new SalesPosting(records, Records.text(row, "id")).requireOpen();
    }
    for (var field : patch.properties()) {
      check(row, field.getKey(), field.getValue().asString(""));
      row.set(field.getKey(), field.getValue());
    }
    return records.save(SET, row);
  }

  private void check(ObjectNode row, String field, String value) {
    if (value.isEmpty()) {
      return;
    }
    switch (field) {
      case "shippingAgentCode" -> {
        new ShippingAgents(records).requireAgent(value);
        row.put("shippingAgentServiceCode", "");
      }
      case "shippingAgentServiceCode" ->
          new ShippingAgents(records).requireService(Records.text(row, "shippingAgentCode"), value);
      case "paymentMethodCode" ->
          require("paymentMethods", value, "Payment Method Code", "Payment Method");
      case "locationCode" -> require("locations", value, "Location Code", "Location");
      default -> {}
    }
  }

  private void require(String set, String code, String field, String table) {
    if (records.by(set, "code", code).isEmpty()) {
      throw Faults.relation(field, "Sales Header", code, table);
    }
  }

  @Override
  public Answer act(String scope, ObjectNode row, String action, JsonNode parameters) {
    SalesPosting posting = new SalesPosting(records, Records.text(row, "id"));
    switch (action) {
      case "release" -> posting.release();
      case "reopen" -> posting.reopen();
      case "cancel" -> posting.cancel();
      case "invoice" -> posting.invoice();
      case "ship" -> {
        posting.parcel(parameters);
        posting.ship();
      }
      case "shipAndInvoice" -> {
        posting.parcel(parameters);
        posting.shipAndInvoice();
      }
      default -> throw Rules.unknownAction(action);
    }
    return Answer.empty(204);
  }
}
