package dev.kontor.connector.shopware.order;

import static dev.kontor.connector.shopware.order.Text.text;

import dev.kontor.model.Payment;
import dev.kontor.model.PaymentState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Payment attempts of an order and the state of the one that counts. */
final class OrderPayments {

  private OrderPayments() {}

  /** Oldest first. */
  static List<Payment> of(JsonNode order) {
    PriceReader prices = PriceReader.of(order);
    return transactions(order).stream().map(t -> payment(t, prices)).toList();
  }

  /**
   * The primary transaction (from 6.7), else the newest that is neither cancelled nor failed, else
   * the newest (shopware/contract.md §6); open for an order without any.
   */
  static PaymentState state(JsonNode order) {
    JsonNode current = current(order);
    return current == null ? PaymentState.OPEN : PaymentStates.of(current, "transactions");
  }

  /** Technical name of the method of the transaction that counts, null if there is none. */
  static @Nullable String method(JsonNode order) {
    JsonNode current = current(order);
    return current == null ? null : methodOf(current);
  }

  /** The transaction that counts as the shop states it, null if there is none. */
  static @Nullable JsonNode current(JsonNode order) {
    List<JsonNode> all = transactions(order);
    String primary = text(order.path("primaryOrderTransactionId"));
    JsonNode current = null;
    for (JsonNode transaction : all) {
      if (primary != null && primary.equals(transaction.path("id").asString(""))) {
        return transaction;
      }
      PaymentState state = PaymentStates.of(transaction, "transactions");
      if (state != PaymentState.CANCELLED && state != PaymentState.FAILED) {
        current = transaction;
      }
    }
    return current == null && !all.isEmpty() ? all.getLast() : current;
  }

  private static List<JsonNode> transactions(JsonNode order) {
    List<JsonNode> all = new ArrayList<>();
    order.path("transactions").forEach(all::add);
    all.sort(Comparator.comparing(t -> t.path("createdAt").asString("")));
    return all;
  }

  private static Payment payment(JsonNode transaction, PriceReader prices) {
    String field = "transactions." + transaction.path("id").asString("?");
    PaymentState state = PaymentStates.of(transaction, field);
    BigDecimal amount =
        prices.money(transaction.path("amount").path("totalPrice"), field + ".amount");
    String method = methodOf(transaction);
    return new Payment(
        transaction.path("id").asString(""),
        method == null ? "" : method,
        state,
        amount,
        Captures.captured(state, amount, transaction, prices),
        Captures.refunded(state, amount, transaction, prices),
        Captures.reference(transaction));
  }

  private static @Nullable String methodOf(JsonNode transaction) {
    JsonNode method = transaction.path("paymentMethod");
    String technical = text(method.path("technicalName"));
    return technical == null ? text(method.path("name")) : technical;
  }
}
