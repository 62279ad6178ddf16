package dev.kontor.twin.businesscentral.sales;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import tools.jackson.databind.node.ObjectNode;

/** Carriers, their services and where their parcels can be followed. */
public final class ShippingAgents {
  private static final String AGENTS = "_shippingAgents";
  private static final String SERVICES = "_shippingAgentServices";

  private final Records records;

  public ShippingAgents(Records records) {
    this.records = records;
  }

  /** Throws ODataFault for a code that is no agent's. */
  public void requireAgent(String code) {
    if (records.byId(AGENTS, code).isEmpty()) {
      throw Faults.relation("Shipping Agent Code", "Sales Header", code, "Shipping Agent");
    }
  }

  /** Throws ODataFault for a service the agent does not have. */
  public void requireService(String agent, String code) {
    if (records.byId(SERVICES, agent + "/" + code).isEmpty()) {
      throw Faults.relation(
          "Shipping Agent Service Code", "Sales Header", code, "Shipping Agent Services");
    }
  }

  /** Name of the agent, blank for an unknown one. */
  public String name(String code) {
    return records.byId(AGENTS, code).map(agent -> Records.text(agent, "name")).orElse("");
  }

  /** Address under which a parcel can be followed, blank when the agent has none. */
  public String trackingUrl(String code, String tracking) {
    String pattern =
        records.byId(AGENTS, code).map(a -> Records.text(a, "internetAddress")).orElse("");
    return tracking.isEmpty() ? "" : pattern.replace("%1", tracking);
  }

  /** Adds or changes an agent: {@code {code, name, internetAddress, services:[code]}}. */
  public void set(ObjectNode agent) {
    String code = Records.text(agent, "code");
    records.save(AGENTS, agent.deepCopy().put("id", code));
    agent
        .path("services")
        .forEach(
            service ->
                records.save(
                    SERVICES,
                    agent
                        .objectNode()
                        .put("id", code + "/" + service.asString())
                        .put("code", service.asString())));
  }
}
