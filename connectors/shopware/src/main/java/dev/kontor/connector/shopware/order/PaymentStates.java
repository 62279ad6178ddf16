package dev.kontor.connector.shopware.order;

import dev.kontor.model.PaymentState;
import tools.jackson.databind.JsonNode;

/** The states of the shop's payment state machine (shopware/contract.md §5). */
final class PaymentStates {

  private PaymentStates() {}

  /** {@code in_progress} and {@code unconfirmed}: begun at the provider, no money yet. */
  static PaymentState of(JsonNode transaction, String field) {
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
}
