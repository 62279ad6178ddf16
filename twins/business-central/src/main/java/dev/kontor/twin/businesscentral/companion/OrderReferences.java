package dev.kontor.twin.businesscentral.companion;

import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.records.Relations;
import dev.kontor.twin.businesscentral.sales.ShippingAgents;
import tools.jackson.databind.node.ObjectNode;

/** Where fields of an order point to that API v2.0 leaves out. */
final class OrderReferences {
  private final Relations relations;
  private final ShippingAgents agents;

  OrderReferences(Records records) {
    this.relations = new Relations(records, "Sales Header");
    this.agents = new ShippingAgents(records);
  }

  /** Throws ODataFault for a value that leads nowhere; another agent has other services. */
  void check(ObjectNode row, String field, String value) {
    if (value.isEmpty()) {
      return;
    }
    switch (field) {
      case "shippingAgentCode" -> {
        agents.requireAgent(value);
        row.put("shippingAgentServiceCode", "");
      }
      case "shippingAgentServiceCode" ->
          agents.requireService(Records.text(row, "shippingAgentCode"), value);
      case "paymentMethodCode" ->
          relations.require(
              "paymentMethods", "code", value, "Payment Method Code", "Payment Method");
      case "locationCode" ->
          relations.require("locations", "code", value, "Location Code", "Location");
      default -> {}
    }
  }
}
