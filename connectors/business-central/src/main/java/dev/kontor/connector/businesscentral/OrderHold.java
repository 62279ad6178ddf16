package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataQuery;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Field On Hold of an order that the hub opened: a mark of its own there tells the next try to
 * release it. It is written through the companion app, as API v2.0 does not show it.
 */
final class OrderHold {

  /** The field takes three characters. */
  private static final String MARK = "KTR";

  private static final String FIELD = "onHold";

  private final Company company;

  OrderHold(Company company) {
    this.company = company;
  }

  /** Refused if a person put the order on hold. */
  void put(JsonNode order) {
    JsonNode details = details(order);
    String held = Json.text(details, FIELD, "");
    if (held.isEmpty()) {
      write(order, details, MARK);
    } else if (!held.equals(MARK)) {
      throw new FaultException(
          new Fault.Invalid(
              FIELD,
              "order "
                  + Json.text(order, "number", "")
                  + " is on hold ("
                  + held
                  + ") in Business Central; clear the field and resubmit this change",
              null));
    }
  }

  boolean isOurs(JsonNode order) {
    return company.companion().has(OrderRelease.DETAILS)
        && MARK.equals(Json.text(details(order), FIELD, ""));
  }

  void clear(JsonNode order) {
    write(order, details(order), "");
  }

  private void write(JsonNode order, JsonNode details, String mark) {
    ObjectNode change = Json.object().put(FIELD, mark);
    company.companion().client().update(OrderRelease.path(order), Documents.etag(details), change);
  }

  private JsonNode details(JsonNode order) {
    return company
        .companion()
        .client()
        .one(ODataQuery.of(OrderRelease.path(order)))
        .orElse(Json.object());
  }
}
