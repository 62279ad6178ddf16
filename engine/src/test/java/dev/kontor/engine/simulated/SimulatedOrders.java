package dev.kontor.engine.simulated;

import dev.kontor.contract.sample.SampleOrder;
import dev.kontor.model.Order;
import dev.kontor.model.OrderState;
import dev.kontor.model.PriceBasis;
import java.time.Instant;

/** Orders of one piece at 11.90 with 19 % tax. */
public final class SimulatedOrders {

  public static final Instant PLACED = Instant.parse("2026-11-20T10:00:00Z");

  private SimulatedOrders() {}

  public static Order order(String number, String email, String sku) {
    return order(number, email, sku, OrderState.OPEN);
  }

  public static Order order(String number, String email, String sku, OrderState state) {
    return SampleOrder.in(PriceBasis.GROSS)
        .number(number)
        .email(email)
        .state(state)
        .placedAt(PLACED)
        .goods(sku, "1", "11.90", "11.90", "19")
        .build();
  }
}
