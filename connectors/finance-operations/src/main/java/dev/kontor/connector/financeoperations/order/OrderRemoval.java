package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Write;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Takes orders away of which nothing is delivered: cancelled ones, and what was begun in vain. */
final class OrderRemoval {

  private final Headers headers;
  private final OrderLines lines;
  private final PostedOrders posted;

  OrderRemoval(Headers headers, OrderLines lines, PostedOrders posted) {
    this.headers = headers;
    this.lines = lines;
    this.posted = posted;
  }

  /** Cancels an order; one that is gone and was never invoiced is cancelled already. */
  Outcome cancel(Write write) {
    String number = write.targetId();
    if (number == null) {
      return new Fault.Invalid(Headers.NUMBER, "is missing for a cancellation", null);
    }
    Optional<JsonNode> header = headers.one(number);
    if (header.isEmpty()) {
      return posted.isInvoiced(number)
          ? held(number, "Invoiced")
          : new Outcome.Written(number, number, null);
    }
    Optional<String> closed = headers.closed(header.get());
    if (closed.isPresent()) {
      return held(number, closed.get());
    }
    remove(header.get());
    return new Outcome.Written(number, number, FnoApi.etag(header.get()));
  }

  private static Fault held(String number, String status) {
    return new Fault.Invalid(
        "SalesOrderProcessingStatus",
        "order "
            + number
            + " is "
            + status
            + " in Finance & Operations and cannot be taken back by the hub; cancel it there",
        null);
  }

  /**
   * Takes back what the hub began, as it is by now: lines change what an etag covers.
   *
   * @param begun the header as it was answered or read
   * @throws FaultException if it stays, whole or in part, or somebody went on with it
   */
  void takeBack(JsonNode begun) {
    String number = Row.text(begun, Headers.NUMBER);
    JsonNode header = headers.one(number).orElse(begun);
    Optional<String> closed = headers.closed(header);
    if (closed.isPresent()) {
      throw new FaultException(held(number, closed.get()));
    }
    remove(header);
  }

  /** The header takes its lines with it; where the service wants them gone first, they go first. */
  private void remove(JsonNode header) {
    try {
      headers.delete(header);
    } catch (FaultException e) {
      List<JsonNode> there = lines.of(List.of(Row.text(header, Headers.NUMBER)));
      if (!(e.fault() instanceof Fault.Invalid) || there.isEmpty()) {
        throw e;
      }
      there.forEach(lines::remove);
      headers.one(Row.text(header, Headers.NUMBER)).ifPresent(headers::delete);
    }
  }
}
