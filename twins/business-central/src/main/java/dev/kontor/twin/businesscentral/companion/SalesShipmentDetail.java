package dev.kontor.twin.businesscentral.companion;

import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.sales.ShippingAgents;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Posted shipments with the carrier's name and the address where the parcel can be followed. */
final class SalesShipmentDetail {
  private SalesShipmentDetail() {}

  static View page(Records records) {
    ShippingAgents agents = new ShippingAgents(records);
    return new View(Map.of(), row -> filled(agents, row));
  }

  private static ObjectNode filled(ShippingAgents agents, ObjectNode row) {
    String agent = Records.text(row, "shippingAgentCode");
    String tracking = Records.text(row, "packageTrackingNumber");
    return row.put("shippingAgentName", agents.name(agent))
        .put("trackingUrl", agents.trackingUrl(agent, tracking));
  }
}
