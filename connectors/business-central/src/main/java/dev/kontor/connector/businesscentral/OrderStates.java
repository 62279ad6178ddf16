package dev.kontor.connector.businesscentral;

import dev.kontor.model.OrderProgress;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Where an order stands, by its own quantities while it is open, by what was posted when it is
 * gone.
 */
final class OrderStates {

  private OrderStates() {}

  static OrderProgress.State of(
      List<JsonNode> open, List<JsonNode> shipments, List<JsonNode> invoices) {
    if (open.isEmpty()) {
      if (!invoices.isEmpty()) {
        return OrderProgress.State.COMPLETED;
      }
      return shipments.isEmpty() ? OrderProgress.State.CANCELLED : OrderProgress.State.SHIPPED;
    }
    JsonNode order = open.getFirst();
    List<JsonNode> goods = goods(order);
    if (!goods.isEmpty() && goods.stream().allMatch(line -> left(line).signum() <= 0)) {
      return OrderProgress.State.SHIPPED;
    }
    if (goods.stream().anyMatch(line -> Json.number(line, "shippedQuantity").signum() > 0)) {
      return OrderProgress.State.SHIPPED_PARTIALLY;
    }
    return Json.option(order, "status").equals("Open")
        ? OrderProgress.State.RELEASED
        : OrderProgress.State.OPEN;
  }

  /** Lines with goods; in an order without any, whatever has a quantity. */
  private static List<JsonNode> goods(JsonNode order) {
    List<JsonNode> counted =
        order
            .path("salesOrderLines")
            .valueStream()
            .filter(line -> Json.number(line, "quantity").signum() != 0)
            .toList();
    List<JsonNode> items =
        counted.stream().filter(line -> Json.option(line, "lineType").equals("Item")).toList();
    return items.isEmpty() ? counted : items;
  }

  private static BigDecimal left(JsonNode line) {
    return Json.number(line, "quantity").subtract(Json.number(line, "shippedQuantity"));
  }
}
