package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds what gives refunds back by the reference that the hub gave it. One that is entered in part
 * does not count: the writer goes on with it once the settle time is over.
 */
public final class CreditReader implements Reader {

  private final OrderReader orders;

  public CreditReader(OrderReader orders) {
    this.orders = orders;
  }

  @Override
  public List<Document> find(Identity identity) {
    if (identity instanceof Identity.ExternalReference) {
      return orders.find(identity).stream()
          .filter(order -> !isInPart(order.content()))
          .map(CreditReader::credit)
          .toList();
    }
    throw unsupported();
  }

  private static boolean isInPart(@Nullable JsonNode order) {
    return order != null && Row.text(order, CreditWriter.STOPPED).equals(Row.YES);
  }

  private static Document credit(Document order) {
    return new Document(
        EntityType.CREDIT_MEMO,
        order.id(),
        order.number(),
        order.version(),
        order.changedAt(),
        false,
        order.content());
  }

  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    throw unsupported();
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    throw unsupported();
  }

  private static FaultException unsupported() {
    return new FaultException(
        new Fault.Unsupported("credit notes are found by the hub's reference only"));
  }
}
