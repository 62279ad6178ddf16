package dev.kontor.connector.shopware.order;

import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.model.Payment;
import dev.kontor.model.PaymentState;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Payment attempts of an order and the state of the one that counts. */
final class OrderPayments {

  private OrderPayments() {}

  /** Oldest first. */
  static List<Payment> of(JsonNode order) {
    PriceReader prices = PriceReader.of(order);
    return OrderTransactions.of(order).stream().map(t -> payment(t, prices)).toList();
  }

  /** Of the transaction that counts; open for an order without any. */
  static PaymentState state(JsonNode order) {
    JsonNode current = OrderTransactions.current(order);
    return current == null ? PaymentState.OPEN : PaymentStates.of(current, "transactions");
  }

  /** Technical name of the method of the transaction that counts, null if there is none. */
  static @Nullable String method(JsonNode order) {
    JsonNode current = OrderTransactions.current(order);
    return current == null ? null : OrderTransactions.method(current);
  }

  private static Payment payment(JsonNode transaction, PriceReader prices) {
    String field = "transactions." + transaction.path("id").asString("?");
    PaymentState state = PaymentStates.of(transaction, field);
    BigDecimal amount =
        prices.money(transaction.path("amount").path("totalPrice"), field + ".amount");
    String method = OrderTransactions.method(transaction);
    return new Payment(
        ShopRow.id(transaction),
        method == null ? "" : method,
        state,
        amount,
        Captures.captured(state, amount, transaction, prices),
        Captures.refunded(state, amount, transaction, prices),
        Captures.of(state, amount, transaction, prices),
        Captures.reference(transaction));
  }
}
