package dev.kontor.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.sample.SampleOrder;
import dev.kontor.engine.config.ExportConditions;
import dev.kontor.model.Delivery;
import dev.kontor.model.DeliveryState;
import dev.kontor.model.Order;
import dev.kontor.model.OrderShipment;
import dev.kontor.model.PriceBasis;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which deliveries of a snapshot are to be posted, and what left with them. */
final class ShipmentEventsTest {

  private static Delivery delivery(String id, DeliveryState state, int pieces, boolean told) {
    List<Delivery.Line> lines = List.of(new Delivery.Line("l0", BigDecimal.valueOf(pieces)));
    return new Delivery(id, null, state, null, List.of(), lines, told);
  }

  private static Order order(Delivery... deliveries) {
    SampleOrder order = SampleOrder.in(PriceBasis.GROSS).goods("A", "3", "10", "30", "19");
    List.of(deliveries).forEach(order::delivery);
    return order.goods("B", "1", "5", "5", "19").build();
  }

  private static List<String> shown(Delivery... deliveries) {
    return ShipmentEvents.shown(order(deliveries), ExportConditions.ALWAYS);
  }

  @Test
  void eachDeliveryThatLeftIsToldButNotThePartOfOneNorAnEcho() {
    assertThat(
            shown(
                delivery("a", DeliveryState.SHIPPED, 1, false),
                delivery("b", DeliveryState.SHIPPED_PARTIALLY, 1, false),
                delivery("c", DeliveryState.OPEN, 1, false)))
        .containsExactly("dispatched:a");
    assertThat(shown(delivery("a", DeliveryState.SHIPPED, 3, true))).isEmpty();
  }

  @Test
  void whatLeftIsCountedOverAllDeliveriesAndNeverMoreThanTheOrderHas() {
    Delivery first = delivery("a", DeliveryState.SHIPPED, 1, false);
    Delivery second = delivery("b", DeliveryState.RETURNED, 4, false);
    Order open = order(first, delivery("b", DeliveryState.OPEN, 2, false));
    OrderShipment part = ShipmentEvents.shipment(open, "dispatched:a").orElseThrow();
    assertThat(part.completesOrder()).isFalse();
    assertThat(part.shipped())
        .containsEntry("A", BigDecimal.ONE)
        .containsEntry("B", BigDecimal.ZERO);
    OrderShipment last = new OrderShipment(order(first, second), second);
    assertThat(last.completesOrder()).isTrue();
    assertThat(last.shipped().get("A")).isEqualByComparingTo("3");
  }
}
