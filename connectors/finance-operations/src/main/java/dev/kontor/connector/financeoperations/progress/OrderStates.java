package dev.kontor.connector.financeoperations.progress;

import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.model.OrderProgress.State;
import tools.jackson.databind.JsonNode;

/** Where an order stands, by its two statuses (finance-operations/contract.md §8). */
final class OrderStates {

  private OrderStates() {}

  /** By the header's own words; an unknown one counts as open. */
  static State of(JsonNode header) {
    return switch (Row.text(header, "SalesOrderStatus")) {
      case "Canceled" -> State.CANCELLED;
      case "Invoiced" -> State.COMPLETED;
      case "Delivered" -> State.SHIPPED;
      default -> processed(Row.text(header, "SalesOrderProcessingStatus"));
    };
  }

  private static State processed(String status) {
    return switch (status) {
      case "Confirmed", "Picked" -> State.RELEASED;
      case "PartiallyDelivered", "PartiallyInvoiced" -> State.SHIPPED_PARTIALLY;
      case "Delivered", "DeliveredPartiallyInvoiced" -> State.SHIPPED;
      case "Invoiced" -> State.COMPLETED;
      case "Canceled" -> State.CANCELLED;
      default -> State.OPEN;
    };
  }

  static boolean isWholeShipped(State state) {
    return switch (state) {
      case SHIPPED, COMPLETED -> true;
      case OPEN, RELEASED, SHIPPED_PARTIALLY, CANCELLED -> false;
    };
  }
}
