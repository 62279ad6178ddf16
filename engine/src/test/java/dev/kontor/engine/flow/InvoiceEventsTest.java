package dev.kontor.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.sample.SampleOrder;
import dev.kontor.engine.config.ExportConditions;
import dev.kontor.engine.config.Route;
import dev.kontor.model.Delivery;
import dev.kontor.model.DeliveryState;
import dev.kontor.model.Order;
import dev.kontor.model.PaymentState;
import dev.kontor.model.PriceBasis;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When an order is to be invoiced, given what is known. */
final class InvoiceEventsTest {

  private static final ExportConditions PAID =
      new ExportConditions(
          Map.of("*", Set.of(PaymentState.PAID)),
          Set.of(DeliveryState.SHIPPED),
          Route.ALL,
          Set.of("by-hand"),
          Duration.ZERO,
          null,
          null);

  private static KnownEvent known(String event, String state, boolean sent) {
    return new KnownEvent(1, event, state, new byte[] {1}, sent);
  }

  private static final KnownEvent CREATED = known("created", "done", true);

  private static Order order(DeliveryState state) {
    return SampleOrder.in(PriceBasis.GROSS)
        .goods("A", "2", "10", "20", "19")
        .delivery(new Delivery("d", null, state, null, List.of()))
        .build();
  }

  private static OrderMoney.Decision decide(Order order, KnownEvent... known) {
    OrderDecision unchanged = new OrderDecision.Ignore("unchanged");
    return OrderMoney.INVOICES.decide(order, List.of(known), unchanged, PAID);
  }

  @Test
  void anOrderThatMeetsTheConditionsIsToBeInvoicedOnce() {
    Order shipped = order(DeliveryState.SHIPPED);
    String event = "billable:" + shipped.id();
    assertThat(decide(shipped, CREATED).emit()).containsExactly(new OrderDecision.Emit(event, 0));
    assertThat(decide(shipped, CREATED, known(event, "done", true)).emit()).isEmpty();
    assertThat(decide(order(DeliveryState.OPEN), CREATED).emit()).isEmpty();
    assertThat(decide(shipped)).isEqualTo(OrderMoney.Decision.NOTHING);
  }

  @Test
  void whatIsNotSentIsTakenBackWhenTheyDoNotHoldAnyMoreAndToldAgainWhenTheyDo() {
    String event = "billable:" + order(DeliveryState.SHIPPED).id();
    KnownEvent waiting = known(event, "waiting", false);
    assertThat(decide(order(DeliveryState.OPEN), CREATED, waiting).withdraw())
        .containsExactly(waiting);
    assertThat(decide(order(DeliveryState.SHIPPED), CREATED, waiting).refresh())
        .containsExactly(waiting);
    assertThat(decide(order(DeliveryState.SHIPPED), CREATED, known(event, "skipped", false)).emit())
        .containsExactly(new OrderDecision.Emit(event, 1));
    assertThat(decide(order(DeliveryState.OPEN), CREATED, known(event, "done", true)).withdraw())
        .isEmpty();
  }
}
