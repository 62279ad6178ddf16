package dev.kontor.engine.capture;

import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The part of an order whose change is an edit the target must know: lines, amounts, addresses,
 * currency. States, payments and tracking are events of their own, and extra data may be the hub's
 * own echo.
 */
final class OrderFingerprint {

  private record Part(
      String number, String currency, List<?> lines, Object total, Object billTo, Object shipTo) {}

  private OrderFingerprint() {}

  static JsonNode of(Order order) {
    return ModelJson.tree(
        new Part(
            order.number(),
            order.currency(),
            order.lines(),
            order.total(),
            order.billTo(),
            order.shipTo()));
  }
}
