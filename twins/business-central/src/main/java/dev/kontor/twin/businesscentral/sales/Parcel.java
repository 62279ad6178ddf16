package dev.kontor.twin.businesscentral.sales;

import dev.kontor.twin.businesscentral.records.Records;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a posting may say about the parcel: tracking number, agent, service, posting date. */
final class Parcel {
  private static final String POST_ON = "_postOn";
  private static final String NO_DATE = "0001-01-01";

  private final ShippingAgents agents;

  Parcel(Records records) {
    this.agents = new ShippingAgents(records);
  }

  /** Writes the parameters into the header; throws ODataFault for unknown or bad ones. */
  void apply(ObjectNode header, JsonNode parameters) {
    parameters.properties().forEach(p -> ParcelParameter.check(p.getKey(), p.getValue()));
    String agent = code(parameters, "shippingAgentCode");
    if (!agent.isEmpty()) {
      agents.requireAgent(agent);
      header.put("shippingAgentCode", agent).put("shippingAgentServiceCode", "");
    }
    String service = code(parameters, "shippingAgentServiceCode");
    if (!service.isEmpty()) {
      agents.requireService(Records.text(header, "shippingAgentCode"), service);
      header.put("shippingAgentServiceCode", service);
    }
    String date = Records.text(parameters, "postingDate");
    if (!date.isEmpty() && !date.equals(NO_DATE)) {
      header.put(POST_ON, date);
    }
    header.put("packageTrackingNumber", Records.text(parameters, "packageTrackingNumber"));
  }

  /** The date a posting of the order bears: the one given with it, else the work date. */
  static String postingDate(ObjectNode order, Records records) {
    String given = Records.text(order, POST_ON);
    return given.isEmpty() ? records.today() : given;
  }

  /** Forgets what was said about a parcel that has left. */
  static void gone(ObjectNode order) {
    order.put("packageTrackingNumber", "").put(POST_ON, "");
  }

  private static String code(JsonNode parameters, String name) {
    return Records.text(parameters, name).strip().toUpperCase(Locale.ROOT);
  }
}
