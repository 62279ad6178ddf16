package dev.kontor.connector.businesscentral;

import dev.kontor.kit.OData;
import dev.kontor.kit.ODataClient;
import dev.kontor.kit.ODataPart;
import dev.kontor.kit.ODataQuery;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Ships a part of an order through the companion app: what the lines are to ship is entered first,
 * then posted with the tag the order had before its lines were read, so that a change in between is
 * noticed (behaviours.md §4).
 */
final class ShipmentPosting {

  private static final String ACTION = "Microsoft.NAV.ship";
  private static final String NO_DATE = "0001-01-01";

  /** One to enter quantities, one to post, one if they were changed in between. */
  private static final int TRIES = 3;

  private final Company company;

  ShipmentPosting(Company company) {
    this.company = company;
  }

  /** Written if there is nothing left to ship, too; it tells of the order. */
  Outcome ship(String orderId, JsonNode content) {
    for (int i = 0; i < TRIES; i++) {
      Optional<JsonNode> tag = details(orderId);
      if (tag.isEmpty()) {
        return gone(orderId, content);
      }
      JsonNode order = order(orderId);
      ShipmentPlan plan = ShipmentPlan.of(order, content);
      if (plan.isDone()) {
        return Documents.written(order);
      }
      List<JsonNode> differing = plan.differing();
      if (differing.isEmpty()) {
        return post(order, Documents.etag(tag.get()), content);
      }
      enter(differing, plan);
    }
    return new Fault.Conflict("somebody else changes what the order is to ship");
  }

  private Optional<JsonNode> details(String orderId) {
    return company.companion().client().one(ODataQuery.of(OrderDetails.path(orderId)));
  }

  private JsonNode order(String orderId) {
    return company
        .client()
        .one(ODataQuery.of(OData.key(OrderParts.ORDERS, orderId)).expand("salesOrderLines"))
        .orElseThrow(
            () -> new FaultException(new Fault.Conflict("the order was posted meanwhile")));
  }

  private Outcome gone(String orderId, JsonNode content) {
    boolean invoiced =
        !company
            .client()
            .all(ODataQuery.of(OrderParts.INVOICES).filter("orderId eq " + orderId))
            .isEmpty();
    return invoiced
        ? new Outcome.Written(orderId, null, null)
        : new Fault.Invalid(
            "orderId",
            "order "
                + Json.text(content, "orderNumber", "")
                + " was deleted in Business Central; post what left by hand, or discard this message",
            null);
  }

  private void enter(List<JsonNode> lines, ShipmentPlan plan) {
    List<ODataPart> parts = new ArrayList<>();
    for (JsonNode line : lines) {
      ObjectNode change = Json.object().put(ShipmentPlan.NEXT, plan.quantity(line));
      String path = OData.key("salesOrderLines", Json.text(line, "id", ""));
      parts.add(
          new ODataPart(
              Integer.toString(parts.size()), "PATCH", path, Documents.etag(line), change));
    }
    Map<String, ODataClient.Answer> answers = company.client().together(parts);
    for (ODataPart part : parts) {
      ODataClient.Answer answer = answers.get(part.id());
      if (answer == null || answer.fault() != null) {
        throw new FaultException(
            answer == null
                ? new Fault.OutcomeUnknown("the answer does not say what the lines are to ship")
                : Objects.requireNonNull(answer.fault()));
      }
    }
  }

  private Outcome post(JsonNode order, String etag, JsonNode content) {
    ObjectNode parcel =
        Json.object()
            .put(ShipmentPreparation.TRACKING, Json.text(content, ShipmentPreparation.TRACKING, ""))
            .put("shippingAgentCode", "")
            .put("shippingAgentServiceCode", "")
            .put("postingDate", NO_DATE);
    try {
      company.companion().client().action(OrderRelease.path(order), ACTION, etag, parcel);
      return Documents.written(order);
    } catch (FaultException e) {
      return PostingRefusal.explained(e.fault(), "order " + Json.text(order, "number", ""));
    }
  }
}
