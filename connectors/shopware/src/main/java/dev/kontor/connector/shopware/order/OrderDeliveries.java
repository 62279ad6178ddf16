package dev.kontor.connector.shopware.order;

import static dev.kontor.connector.shopware.order.Text.text;

import dev.kontor.model.Delivery;
import dev.kontor.model.DeliveryState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Deliveries of an order without those that only carry a shipping discount. */
public final class OrderDeliveries {

  private OrderDeliveries() {}

  /** The main one first. */
  static List<Delivery> of(JsonNode order) {
    boolean told = ShippedPieces.areTold(order);
    return real(order).stream().map(d -> delivery(d, order, told)).toList();
  }

  /** Technical name of the main delivery's shipping method. */
  static @Nullable String method(JsonNode order) {
    List<JsonNode> real = real(order);
    return real.isEmpty() ? null : methodOf(real.getFirst());
  }

  /** The main delivery as the shop states it, null for an order without delivery. */
  public static @Nullable JsonNode main(JsonNode order) {
    List<JsonNode> real = real(order);
    return real.isEmpty() ? null : real.getFirst();
  }

  private static List<JsonNode> real(JsonNode order) {
    String primary = text(order.path("primaryOrderDeliveryId"));
    List<JsonNode> real = new ArrayList<>();
    for (JsonNode delivery : order.path("deliveries")) {
      if (cost(delivery).signum() >= 0) {
        real.add(delivery);
      }
    }
    // primaryOrderDeliveryId is known from 6.7; before, the dearest is the main one (contract §6).
    real.sort(
        Comparator.comparing((JsonNode d) -> !d.path("id").asString("").equals(primary))
            .thenComparing(OrderDeliveries::cost, Comparator.reverseOrder()));
    return real;
  }

  private static BigDecimal cost(JsonNode delivery) {
    JsonNode total = delivery.path("shippingCosts").path("totalPrice");
    return total.isNumber() ? total.decimalValue() : BigDecimal.ZERO;
  }

  private static Delivery delivery(JsonNode delivery, JsonNode order, boolean told) {
    List<String> codes = new ArrayList<>();
    delivery.path("trackingCodes").forEach(code -> codes.add(code.asString()));
    return new Delivery(
        delivery.path("id").asString(""),
        methodOf(delivery),
        state(delivery),
        Addresses.of(delivery.path("shippingOrderAddress"), order),
        codes,
        lines(delivery),
        told);
  }

  private static List<Delivery.Line> lines(JsonNode delivery) {
    return delivery
        .path("positions")
        .valueStream()
        .map(
            position ->
                new Delivery.Line(
                    position.path("orderLineItemId").asString(""),
                    position.path("quantity").decimalValue()))
        .toList();
  }

  private static @Nullable String methodOf(JsonNode delivery) {
    JsonNode method = delivery.path("shippingMethod");
    String technical = text(method.path("technicalName"));
    return technical == null ? text(method.path("name")) : technical;
  }

  private static DeliveryState state(JsonNode delivery) {
    String name = delivery.path("stateMachineState").path("technicalName").asString("");
    return switch (name) {
      case "open" -> DeliveryState.OPEN;
      case "shipped" -> DeliveryState.SHIPPED;
      case "shipped_partially" -> DeliveryState.SHIPPED_PARTIALLY;
      case "returned" -> DeliveryState.RETURNED;
      case "returned_partially" -> DeliveryState.RETURNED_PARTIALLY;
      case "cancelled" -> DeliveryState.CANCELLED;
      default ->
          throw Unreadable.field(
              "deliveries.stateMachineState",
              "is '"
                  + name
                  + "'; read the order with its state associations, or map the state in an overlay");
    };
  }
}
