package dev.kontor.connector.shopware.order;

import static dev.kontor.connector.shopware.order.Text.text;

import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.model.PaymentState;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Payment attempts of an order as the shop states them. */
final class OrderTransactions {

  private OrderTransactions() {}

  /** Oldest first. */
  static List<JsonNode> of(JsonNode order) {
    return order
        .path("transactions")
        .valueStream()
        .sorted(Comparator.comparing(transaction -> ShopRow.text(transaction, "createdAt")))
        .toList();
  }

  /**
   * The one that counts: the primary transaction (from 6.7), else the newest that is neither
   * cancelled nor failed, else the newest (shopware/contract.md §6); null if there is none.
   */
  static @Nullable JsonNode current(JsonNode order) {
    List<JsonNode> all = of(order);
    String primary = text(order.path("primaryOrderTransactionId"));
    JsonNode current = null;
    for (JsonNode transaction : all) {
      if (primary != null && primary.equals(ShopRow.id(transaction))) {
        return transaction;
      }
      PaymentState state = PaymentStates.of(transaction, "transactions");
      if (state != PaymentState.CANCELLED && state != PaymentState.FAILED) {
        current = transaction;
      }
    }
    return current == null && !all.isEmpty() ? all.getLast() : current;
  }

  /** Technical name of its payment method, the name people read if it has none. */
  static @Nullable String method(JsonNode transaction) {
    JsonNode method = transaction.path("paymentMethod");
    String technical = text(method.path("technicalName"));
    return technical == null ? text(method.path("name")) : technical;
  }
}
