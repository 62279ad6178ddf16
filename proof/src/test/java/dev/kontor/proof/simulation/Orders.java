package dev.kontor.proof.simulation;

import dev.kontor.contract.sample.SampleOrder;
import dev.kontor.model.Order;
import dev.kontor.model.PriceBasis;

/** Model orders of one line at 11.90 with 19 % tax. */
final class Orders {

  private static final String PRICE = "11.90";

  private Orders() {}

  static Order order(Shop.Placed placed) {
    return SampleOrder.in(PriceBasis.GROSS)
        .number(String.valueOf(placed.number()))
        .id(placed.id())
        .email(placed.email())
        .state(placed.state())
        .placedAt(placed.placedAt())
        .goods(placed.sku(), String.valueOf(placed.pieces()), PRICE, PRICE, "19")
        .build();
  }
}
