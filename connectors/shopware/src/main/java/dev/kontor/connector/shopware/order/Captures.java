package dev.kontor.connector.shopware.order;

import static dev.kontor.connector.shopware.order.Text.text;

import dev.kontor.model.PaymentState;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Money taken and given back, as far as the payment's state or an extension's captures tell. */
final class Captures {

  private Captures() {}

  /** Partly paid is a state without amount, unless a payment extension recorded captures. */
  static @Nullable BigDecimal captured(
      PaymentState state, BigDecimal amount, JsonNode transaction, PriceReader prices) {
    return switch (state) {
      case PAID, REFUNDED, REFUNDED_PARTIALLY -> amount;
      case OPEN, AUTHORIZED, CANCELLED, FAILED, REMINDED -> prices.zero();
      case PAID_PARTIALLY, CHARGEBACK -> completed(transaction.path("captures"), prices);
    };
  }

  static BigDecimal refunded(
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

  static @Nullable String reference(JsonNode transaction) {
    for (JsonNode capture : transaction.path("captures")) {
      String reference = text(capture.path("externalReference"));
      if (reference != null) {
        return reference;
      }
    }
    return null;
  }
}
