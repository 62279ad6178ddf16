package dev.kontor.connector.businesscentral;

import dev.kontor.kit.OData;
import dev.kontor.kit.ODataQuery;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What became of an order that is not open any more: posted, or deleted. */
final class OrderFate {

  private static final String LINES = "salesOrderLines";

  private final Company company;
  private final PostedTraces traces;

  OrderFate(Company company, String referenceField) {
    this.company = company;
    this.traces = new PostedTraces(company, referenceField);
  }

  /** The order with its lines; empty if it is not open any more. */
  Optional<JsonNode> open(String id) {
    return Company.isId(id)
        ? company.client().one(ODataQuery.of(OData.key(OrderParts.ORDERS, id)).expand(LINES))
        : Optional.empty();
  }

  /** An order to be changed. */
  Fault ofChange(String id, String reference) {
    return traces
        .posted(id, reference)
        .map(
            documents ->
                new Fault.Invalid(
                    LINES,
                    "the order was posted ("
                        + documents
                        + ") and cannot be changed any more; enter a credit memo or a further order"
                        + " in Business Central, then discard this change",
                    null))
        .orElseGet(
            () ->
                new Fault.Invalid(
                    "id",
                    "the order was deleted in Business Central; enter it again if it is still"
                        + " wanted, or discard this change",
                    null));
  }

  /** An order to be cancelled: gone without a trace is what was wanted. */
  Outcome ofCancellation(String id, String reference) {
    Optional<String> documents = traces.posted(id, reference);
    return documents.isPresent()
        ? new Fault.Invalid(
            LINES,
            "the order was posted ("
                + documents.get()
                + ") and cannot be cancelled any more; enter a credit memo in Business Central, then"
                + " discard this cancellation",
            null)
        : new Outcome.Written(id, null, null);
  }
}
