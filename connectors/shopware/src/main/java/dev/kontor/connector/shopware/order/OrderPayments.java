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
    return current == null ? PaymentState.OPEN : state(current, "transactions");
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
      PaymentState state = state(transaction, "transactions");
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
    PaymentState state = state(transaction, field);
    BigDecimal amount =
        prices.money(transaction.path("amount").path("totalPrice"), field + ".amount");
    String method = methodOf(transaction);
    return new Payment(
        transaction.path("id").asString(""),
        method == null ? "" : method,
        state,
        amount,
        captured(state, amount, transaction, prices),
        refunded(state, amount, transaction, prices),
        reference(transaction));
  }

  private static @Nullable String methodOf(JsonNode transaction) {
    JsonNode method = transaction.path("paymentMethod");
    String technical = text(method.path("technicalName"));
    return technical == null ? text(method.path("name")) : technical;
  }

  /** {@code in_progress} and {@code unconfirmed}: begun at the provider, no money yet. */
  private static PaymentState state(JsonNode transaction, String field) {
    String name = transaction.path("stateMachineState").path("technicalName").asString("");
    return switch (name) {
      case "open", "in_progress", "unconfirmed" -> PaymentState.OPEN;
      case "authorized" -> PaymentState.AUTHORIZED;
      case "paid_partially" -> PaymentState.PAID_PARTIALLY;
      case "paid" -> PaymentState.PAID;
      case "refunded_partially" -> PaymentState.REFUNDED_PARTIALLY;
      case "refunded" -> PaymentState.REFUNDED;
      case "cancelled" -> PaymentState.CANCELLED;
      case "failed" -> PaymentState.FAILED;
      case "reminded" -> PaymentState.REMINDED;
      case "chargeback" -> PaymentState.CHARGEBACK;
      default ->
          throw Unreadable.field(
              field + ".stateMachineState",
              "is '"
                  + name
                  + "'; read the order with its state associations, or map the state in an overlay");
    };
  }

  /** Partly paid is a state without amount, unless a payment extension recorded captures. */
  private static @Nullable BigDecimal captured(
      PaymentState state, BigDecimal amount, JsonNode transaction, PriceReader prices) {
    return switch (state) {
      case PAID, REFUNDED, REFUNDED_PARTIALLY -> amount;
      case OPEN, AUTHORIZED, CANCELLED, FAILED, REMINDED -> prices.zero();
      case PAID_PARTIALLY, CHARGEBACK -> completed(transaction.path("captures"), prices);
    };
  }

  private static BigDecimal refunded(
      PaymentState state, BigDecimal amount, JsonNode transaction, PriceReader prices) {
    if (state == PaymentState.REFUNDED) {
      return amount;
    }
    BigDecimal sum = prices.zero();
    for (JsonNode capture : transaction.path("captures")) {
      BigDecimal refunds = completed(capture.path("refunds"), prices);
      sum = refunds == null ? sum : sum.add(refunds);
    }
    return sum;
  }

  /** Sum of what is completed; null if nothing is recorded. States are loaded on request only. */
  private static @Nullable BigDecimal completed(JsonNode records, PriceReader prices) {
    BigDecimal sum = null;
    for (JsonNode one : records) {
      String state = one.path("stateMachineState").path("technicalName").asString("completed");
      if (state.equals("completed")) {
        BigDecimal amount = prices.money(one.path("amount").path("totalPrice"), "captures.amount");
        sum = sum == null ? amount : sum.add(amount);
      }
    }
    return sum;
  }

  private static @Nullable String reference(JsonNode transaction) {
    for (JsonNode capture : transaction.path("captures")) {
      String reference = text(capture.path("externalReference"));
      if (reference != null) {
        return reference;
      }
    }
    return null;
  }
}
