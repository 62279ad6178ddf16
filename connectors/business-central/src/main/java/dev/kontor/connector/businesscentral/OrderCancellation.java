package dev.kontor.connector.businesscentral;

import dev.kontor.kit.OData;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Write;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Cancels orders of which nothing is shipped or invoiced, by deleting them. One that is gone
 * already is cancelled, unless it was posted.
 */
final class OrderCancellation {

  private static final String ORDERS = "salesOrders";
  private static final String DETAILS = "salesOrderDetails";

  private final Company company;
  private final OrderFate fate;
  private final boolean changesReleased;

  OrderCancellation(Configuration configuration, Company company) {
    this.company = company;
    this.fate = new OrderFate(company, configuration.referenceField());
    this.changesReleased = configuration.changesReleased();
  }

  Outcome cancel(Write write) {
    String id = write.targetId();
    if (id == null) {
      return new Fault.Invalid("id", "is missing for a cancellation", null);
    }
    JsonNode order = fate.open(id).orElse(null);
    if (order == null) {
      return fate.ofCancellation(id, write.reference());
    }
    List<String> posted =
        StreamSupport.stream(order.path("salesOrderLines").spliterator(), false)
            .filter(AmendedLine::isPosted)
            .map(AmendmentRefusal::posted)
            .toList();
    if (!posted.isEmpty()) {
      return new Fault.Invalid(
          "salesOrderLines",
          "order "
              + Json.text(order, "number", "")
              + " cannot be cancelled, as lines are shipped or invoiced already: "
              + String.join("; ", posted)
              + ". Take the goods back by a return order or credit memo and delete what is left of"
              + " the order, then discard this cancellation",
          null);
    }
    if (!OrderRelease.isDraft(order) && !changesReleased) {
      return new Fault.Invalid(
          "status",
          "order "
              + Json.text(order, "number", "")
              + " is released, so the warehouse may be at work on it. Stop it there, then delete or"
              + " reopen the order in Business Central and resubmit this cancellation; setting"
              + " changeReleased lets the hub cancel it all the same",
          null);
    }
    return delete(order, id);
  }

  /** With the companion app the order is closed by its own action, which archives it if so set. */
  private Outcome delete(JsonNode order, String id) {
    try {
      if (company.companion().has(DETAILS)) {
        company
            .companion()
            .client()
            .action(OData.key(DETAILS, id), "Microsoft.NAV.cancel", Json.object());
      } else {
        company.client().delete(OData.key(ORDERS, id), OrderAmender.etag(order));
      }
    } catch (FaultException e) {
      return BlamedField.in(e.fault());
    }
    return new Outcome.Written(id, Json.text(order, "number"), null);
  }
}
