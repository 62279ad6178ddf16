package dev.kontor.connector.businesscentral;

import dev.kontor.kit.OData;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Write;
import tools.jackson.databind.JsonNode;

/**
 * Cancels orders of which nothing is shipped or invoiced, by deleting them with the etag of what
 * was judged: an order that changed meanwhile, or a call that arrives late, is refused. One that is
 * gone already is cancelled, unless it was posted.
 */
final class OrderCancellation {

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
    Fault refusal = CancellationRefusal.of(order, changesReleased);
    return refusal == null ? delete(order, id) : refusal;
  }

  /** Business Central archives what is deleted, if so set (SalesHeader.Table.al, OnDelete). */
  private Outcome delete(JsonNode order, String id) {
    company.client().delete(OData.key(OrderParts.ORDERS, id), Documents.etag(order));
    return new Outcome.Written(id, Json.text(order, "number"), null);
  }
}
