package dev.kontor.connector.businesscentral;

import dev.kontor.kit.OData;
import dev.kontor.kit.ODataQuery;
import dev.kontor.spi.Write;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Payment method, shipping agent and service of an order, which API v2.0 does not have: they are
 * written to the companion app's page once the order is there.
 */
final class OrderDetails {

  static final String SET = "salesOrderDetails";

  private static final String AGENT = "shippingAgentCode";
  private static final String SERVICE = "shippingAgentServiceCode";

  private final Company company;

  OrderDetails(Company company) {
    this.company = company;
  }

  /** What must be written: what differs and is new since it was last written; empty for nothing. */
  ObjectNode changes(JsonNode order, Write write) {
    JsonNode wanted = write.content().path(SET);
    ObjectNode changes = Json.object();
    if (fresh(wanted, write.before()).isEmpty()) {
      return changes;
    }
    JsonNode there = read(order);
    for (String field : fresh(wanted, write.before())) {
      if (!Json.text(wanted, field, "").equalsIgnoreCase(Json.text(there, field, ""))) {
        changes.set(field, wanted.path(field));
      }
    }
    if (changes.has(AGENT) && wanted.has(SERVICE)) {
      // Another agent empties the service, and the service is checked against the agent.
      changes.remove(SERVICE);
      changes.set(SERVICE, wanted.path(SERVICE));
    }
    return changes;
  }

  private static List<String> fresh(JsonNode wanted, @Nullable JsonNode before) {
    return before == null
        ? List.of()
        : wanted.propertyNames().stream()
            .filter(
                field ->
                    !Json.text(wanted, field, "")
                        .equalsIgnoreCase(Json.text(before.path(SET), field, "")))
            .toList();
  }

  /** The page's tag moves with the order's, so it is read anew. */
  void write(JsonNode order, ObjectNode changes) {
    company.companion().client().update(path(order), Documents.etag(read(order)), changes);
  }

  private JsonNode read(JsonNode order) {
    return company.companion().client().one(ODataQuery.of(path(order))).orElse(Json.object());
  }

  private static String path(JsonNode order) {
    return path(Json.text(order, "id", ""));
  }

  static String path(String orderId) {
    return OData.key(SET, orderId);
  }
}
