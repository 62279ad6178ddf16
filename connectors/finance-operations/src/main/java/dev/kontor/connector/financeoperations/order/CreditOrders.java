package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Document;
import dev.kontor.spi.Identity;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds what gives refunds back by the reference that the hub gave it. One that is entered in part
 * does not count: the writer goes on with it once the settle time is over.
 */
public final class CreditOrders {

  private final OrderReader orders;

  public CreditOrders(OrderReader orders) {
    this.orders = orders;
  }

  /** Those that bear the reference. */
  public List<Document> written(String reference) {
    return orders.find(new Identity.ExternalReference(reference)).stream()
        .filter(order -> !isInPart(order.content()))
        .map(CreditOrders::credit)
        .toList();
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
}
